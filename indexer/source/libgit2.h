// What every user of libgit2 in this folder needs: owners of its objects, its settings, its last error.
#pragma once

#include "indexer/facts/project_facts.h"

#include <git2.h>

#include <memory>
#include <string>

namespace espalier::source {

template <auto free>
struct FreeGit {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};
template <class T, auto free>
using GitOwner = std::unique_ptr<T, FreeGit<free>>;

using GitRepository = GitOwner<git_repository, git_repository_free>;
using GitIndex = GitOwner<git_index, git_index_free>;
using GitReference = GitOwner<git_reference, git_reference_free>;
using GitConfig = GitOwner<git_config, git_config_free>;
using GitObject = GitOwner<git_object, git_object_free>;
using GitCommit = GitOwner<git_commit, git_commit_free>;
using GitTree = GitOwner<git_tree, git_tree_free>;
using GitOdb = GitOwner<git_odb, git_odb_free>;
using GitOdbObject = GitOwner<git_odb_object, git_odb_object_free>;

// To be called before anything else of libgit2; costs milliseconds once. The user's and the system's git
// settings are left out, so that what is read depends on the repository alone.
void initialiseGit();

[[nodiscard]] facts::BlobId toBlobId(const git_oid* id);

// Of the calling thread.
[[nodiscard]] std::string lastGitError();

} // namespace espalier::source
