// The walk behind DiskTree::list(): one folder after the other, by descriptors.
#pragma once

#include "indexer/source/disk_tree.h"
#include "indexer/source/git_view.h"

#include <dirent.h>

namespace espalier::source {

class Walker {
public:
    // `git` may be null; all must outlive the walker.
    Walker(const DiskOptions& options, int rootFd, GitView* git,
           const std::function<void(const std::string&)>& entering, const std::atomic<bool>& cancel,
           Listing& out)
        : options_(options)
        , rootFd_(rootFd)
        , git_(git)
        , entering_(entering)
        , cancel_(cancel)
        , out_(out) {}

    // Adds to the listing, unsorted.
    void walk(const Scope& scope);

private:
    struct Item {
        std::string name;
        unsigned char type = DT_UNKNOWN;
    };
    struct Folder {
        int fd = -1;
        std::string path; // "" or "a/b/"
        int depth = 0;
        bool trackedOnly = false; // of no part of the project, but git tracks something in there
    };

    void walkTo(const std::string& path);
    void walkFolder(Descriptor fd, std::string path, int depth, bool trackedOnly);
    void visit(const Folder& folder, const Item& item);
    [[nodiscard]] Descriptor enter(const Folder& folder, const std::string& name, const std::string& path,
                                   bool& trackedOnly);
    void visitFile(const Folder& folder, const Item& item, std::string path, unsigned char type);
    void noteGitFiles(const Folder& folder, const Item& item);
    [[nodiscard]] static bool readItems(int fd, std::vector<Item>& items);
    [[nodiscard]] bool staysIn(Folder& folder, bool foreign) const;
    [[nodiscard]] bool excludesAllBelow(const std::string& folderPath) const;
    [[nodiscard]] unsigned char typeOf(const Folder& folder, const Item& item) const;
    void problem(const std::string& path, std::string code, std::string message);

    const DiskOptions& options_;
    int rootFd_;
    GitView* git_;
    const std::function<void(const std::string&)>& entering_;
    const std::atomic<bool>& cancel_;
    Listing& out_;
};

} // namespace espalier::source
