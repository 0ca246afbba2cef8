#include "indexer/source/libgit2.h"

#include <algorithm>

namespace espalier::source {

void initialiseGit() {
    static const bool kDone = [] {
        git_libgit2_init();
        // Owner validation keeps git from running programs named in the configuration of somebody else's
        // repository. libgit2 runs none, and only objects, references, the index and the ignore rules are
        // read: refusing a folder that belongs to another user (a mount, a container) would protect from
        // nothing.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
                                GIT_CONFIG_LEVEL_GLOBAL})
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
        return true;
    }();
    (void)kDone;
}

facts::BlobId toBlobId(const git_oid* id) {
    facts::BlobId out;
    std::copy_n(id->id, out.bytes.size(), out.bytes.begin());
    return out;
}

std::string lastGitError() {
    const git_error* error = git_error_last();
    return error && error->message ? error->message : "unknown error of libgit2";
}

} // namespace espalier::source
