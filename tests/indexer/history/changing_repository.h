// A repository whose files come, change, move, turn into folders and back.
#pragma once

#include "indexer/source/project_folder.h"

#include <QRandomGenerator>
#include <QStringList>

namespace espalier::tests {

inline const QStringList kHistoryNames{"a.py",     "a.py/b.py", "a/b.py",        "a/b.py/c.py", "a.b.py",
                                       "a-b/c.py", "z.txt",     "a/__init__.py", "n/x.ipynb"};

// Commits so often. Each content is one of a few, so that several files and commits share some.
inline void commitChanges(const ProjectFolder& folder, QRandomGenerator& random, int commits) {
    namespace fs = std::filesystem;
    for (int commit = 0; commit < commits; ++commit) {
        for (int change = random.bounded(1, 4); change > 0; --change) {
            const QString name = kHistoryNames[random.bounded(kHistoryNames.size())];
            const std::string path = folder.path(name.toStdString());
            for (fs::path above = fs::path(path).parent_path(); above != folder.root();
                 above = above.parent_path())
                if (fs::is_regular_file(above))
                    fs::remove(above);
            fs::remove_all(path);
            const std::string text = "import m" + std::to_string(random.bounded(8)) + "\n";
            if (random.bounded(4) > 0)
                folder.write(name.toStdString(), name.endsWith(".ipynb") ? "{\"cells\": []}" : text);
        }
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "--allow-empty", "-m", "c"});
    }
}

// Files of a commit as `git ls-tree` has them, "path blob": no links, no submodules.
inline QStringList lsTree(const ProjectFolder& folder, const QString& commit) {
    QStringList out;
    const QString text = folder.git({"ls-tree", "-r", "-z", commit});
    for (const QString& row : text.split(QChar(0), Qt::SkipEmptyParts)) {
        const QString path = row.section('\t', 1);
        if (row.startsWith("100") && (path.endsWith(".py") || path.endsWith(".ipynb")))
            out << path + ' ' + row.section('\t', 0, 0).section(' ', 2, 2);
    }
    out.sort();
    return out;
}

} // namespace espalier::tests
