#include "ui/foreign_words.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace espalier::ui {

namespace {

struct ForeignWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(ForeignWords)
};

// What scanner, resolution, indexer, store, configuration and rewriting say; %1, %2 and %3 stand for any
// text, a %1 in front for another message.
constexpr std::array kMessages{
    QT_TRANSLATE_NOOP("ForeignWords", "unterminated f-string"),
    QT_TRANSLATE_NOOP("ForeignWords", "statement too long; the rest of it is not read"),
    QT_TRANSLATE_NOOP("ForeignWords", "unmatched '%1'"),
    QT_TRANSLATE_NOOP("ForeignWords", "mismatched '%1'"),
    QT_TRANSLATE_NOOP("ForeignWords", "the file ends after a line continuation character"),
    QT_TRANSLATE_NOOP("ForeignWords", "unexpected character after line continuation character"),
    QT_TRANSLATE_NOOP("ForeignWords", "invalid character '%1'"),
    QT_TRANSLATE_NOOP("ForeignWords", "expected ':'"),
    QT_TRANSLATE_NOOP("ForeignWords", "no statement above that '%1' belongs to"),
    QT_TRANSLATE_NOOP("ForeignWords", "malformed import statement"),
    QT_TRANSLATE_NOOP("ForeignWords", "a lazy import is not allowed here"),
    QT_TRANSLATE_NOOP("ForeignWords", "what this makes of later imports cannot be told: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "larger than a gigabyte: not read"),
    QT_TRANSLATE_NOOP("ForeignWords", "a byte that is not %1 (shown as %2)"),
    QT_TRANSLATE_NOOP("ForeignWords", "unknown encoding '%1'"),
    QT_TRANSLATE_NOOP("ForeignWords", "the encoding '%1' contradicts the UTF-8 byte order mark"),
    QT_TRANSLATE_NOOP("ForeignWords", "a NUL byte"),
    QT_TRANSLATE_NOOP("ForeignWords", "unterminated triple-quoted string"),
    QT_TRANSLATE_NOOP("ForeignWords", "unterminated string"),
    QT_TRANSLATE_NOOP("ForeignWords", "f-string: '{' was never closed"),
    QT_TRANSLATE_NOOP("ForeignWords", "inconsistent use of tabs and spaces in indentation"),
    QT_TRANSLATE_NOOP("ForeignWords", "unexpected indent"),
    QT_TRANSLATE_NOOP("ForeignWords", "too many levels of indentation"),
    QT_TRANSLATE_NOOP("ForeignWords", "expected an indented block"),
    QT_TRANSLATE_NOOP("ForeignWords", "unindent does not match any outer indentation level"),
    QT_TRANSLATE_NOOP("ForeignWords", "expected 'except' or 'finally'"),
    QT_TRANSLATE_NOOP("ForeignWords", "the statement is not complete"),
    QT_TRANSLATE_NOOP("ForeignWords", "not Python from here on: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "there are more syntax errors from here on"),
    QT_TRANSLATE_NOOP("ForeignWords",
                      "print and exec statements are Python 2; in Python 3 they are functions"),
    QT_TRANSLATE_NOOP("ForeignWords", "two values side by side"),
    QT_TRANSLATE_NOOP("ForeignWords", "a conflict marker of a merge"),
    QT_TRANSLATE_NOOP("ForeignWords", "not a notebook in JSON"),
    QT_TRANSLATE_NOOP("ForeignWords", "an import hook: what it makes of imports cannot be told"),
    QT_TRANSLATE_NOOP("ForeignWords", "the package's __path__ is changed"),
    QT_TRANSLATE_NOOP("ForeignWords", "the package's __path__ is extended by declare_namespace()"),
    QT_TRANSLATE_NOOP("ForeignWords", "the package's __path__ is extended by extend_path()"),
    QT_TRANSLATE_NOOP("ForeignWords", "took too long to read; its symbols are not known"),
    QT_TRANSLATE_NOOP("ForeignWords",
                      "larger than %1 MB; its imports are read, its definitions and uses are not"),
    QT_TRANSLATE_NOOP("ForeignWords", "definitions are nested too deeply here and are left out"),
    QT_TRANSLATE_NOOP("ForeignWords", "not a regular file; nothing is ignored"),
    QT_TRANSLATE_NOOP("ForeignWords", "the path is longer than 4,000 bytes"),
    QT_TRANSLATE_NOOP("ForeignWords", "more than 200 folders inside each other"),
    QT_TRANSLATE_NOOP("ForeignWords", "gone while the folder was being listed"),
    QT_TRANSLATE_NOOP("ForeignWords", "the file's name is not valid UTF-8"),
    QT_TRANSLATE_NOOP("ForeignWords", "not a regular file"),
    QT_TRANSLATE_NOOP("ForeignWords", "larger than %1 MB; not read"),
    QT_TRANSLATE_NOOP("ForeignWords", "the git repository cannot be opened"),
    QT_TRANSLATE_NOOP("ForeignWords", "git's index cannot be read"),
    QT_TRANSLATE_NOOP("ForeignWords", "the parser failed: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "the scanner failed: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "gone while the project was being indexed"),
    QT_TRANSLATE_NOOP("ForeignWords", "there is no module '%1': removed in %2, by %3"),
    QT_TRANSLATE_NOOP("ForeignWords", "there is no module '%1'"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' was never closed"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' is a folder without __init__.py, and nothing in it answers to 1 "
                                      "import, which is taken for a library's"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' is a folder without __init__.py, and nothing in it answers to %2 "
                                      "imports, which are taken for a library's (this is the first)"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 (optional: the failure is caught)"),
    QT_TRANSLATE_NOOP("ForeignWords", "the module name is computed: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "relative module name without a package: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "the package of a relative module name is computed: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "relative module name beyond the top package: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "the level of __import__ is computed: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "no module name is given: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "the module name is empty: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' has no name '%2' and no such module"),
    QT_TRANSLATE_NOOP("ForeignWords", "a relative import in a module that lies in no package"),
    QT_TRANSLATE_NOOP("ForeignWords", "a relative import that goes past the top-level package"),
    QT_TRANSLATE_NOOP("ForeignWords", "the configured source root '%1' holds no Python files"),
    QT_TRANSLATE_NOOP("ForeignWords", "no import reaches this file: a package of the same name stands beside "
                                      "it, and Python takes the package"),
    QT_TRANSLATE_NOOP(
        "ForeignWords",
        "no import reaches this file: the folder %1/ is hidden by a module of the same name beside it"),
    QT_TRANSLATE_NOOP("ForeignWords", "no import reaches this file: Python takes its own module '%1'"),
    QT_TRANSLATE_NOOP("ForeignWords", "no import reaches this file: another source root has a module of this "
                                      "name, and it is searched first"),
    QT_TRANSLATE_NOOP("ForeignWords", "imports of '%1' find this file instead of Python's own module"),
    QT_TRANSLATE_NOOP("ForeignWords", "not a regular file; it is not read"),
    QT_TRANSLATE_NOOP("ForeignWords", "larger than 1 MB; it is not read"),
    QT_TRANSLATE_NOOP("ForeignWords", "unreadable; it is not read"),
    QT_TRANSLATE_NOOP("ForeignWords", "no valid TOML: %1; the defaults hold"),
    QT_TRANSLATE_NOOP("ForeignWords", "no such folder"),
    QT_TRANSLATE_NOOP("ForeignWords", "check the path, and that you may read it"),
    QT_TRANSLATE_NOOP("ForeignWords", "not a folder"),
    QT_TRANSLATE_NOOP("ForeignWords", "name the folder that holds the Python code"),
    QT_TRANSLATE_NOOP("ForeignWords", "the folder has gone"),
    QT_TRANSLATE_NOOP("ForeignWords", "the folder has gone while it was being listed"),
    QT_TRANSLATE_NOOP("ForeignWords", "the folder has gone while it was being indexed"),
    QT_TRANSLATE_NOOP("ForeignWords", "the store keeps what it had"),
    QT_TRANSLATE_NOOP("ForeignWords", "cannot open the folder: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "give a folder that exists and may be read"),
    QT_TRANSLATE_NOOP("ForeignWords", "too many folders to be told of changes in each"),
    QT_TRANSLATE_NOOP("ForeignWords", "already being indexed by %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "wait for it; the store can be read meanwhile"),
    QT_TRANSLATE_NOOP("ForeignWords", "cannot lock the store: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "there is no store"),
    QT_TRANSLATE_NOOP("ForeignWords", "index the folder first"),
    QT_TRANSLATE_NOOP("ForeignWords", "not a store of Espalier"),
    QT_TRANSLATE_NOOP("ForeignWords", "the store is damaged"),
    QT_TRANSLATE_NOOP("ForeignWords", "index again: it will be rebuilt, nothing is lost"),
    QT_TRANSLATE_NOOP("ForeignWords", "cannot write beside the store: %1"),
    QT_TRANSLATE_NOOP("ForeignWords",
                      "the baseline '%1' is no commit, branch, tag or date of this repository"),
    QT_TRANSLATE_NOOP("ForeignWords", "it is defined there"),
    QT_TRANSLATE_NOOP("ForeignWords", "campaign '%1' says so"),
    QT_TRANSLATE_NOOP("ForeignWords", "campaign '%1': there is no module '%2', which is named as canonical"),
    QT_TRANSLATE_NOOP("ForeignWords", "campaign '%1': there is no module '%2', which is named as part of its "
                                      "critical path"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1; this is the shortest public path"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1, and no public module offers it"),
    QT_TRANSLATE_NOOP("ForeignWords", "its module %1 is private"),
    QT_TRANSLATE_NOOP("ForeignWords", "its name %1 is private"),
    QT_TRANSLATE_NOOP("ForeignWords", "its module %1 does not keep the name"),
    QT_TRANSLATE_NOOP("ForeignWords", "there is no module %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "there is no '%1' in %2"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' leads nowhere"),
    QT_TRANSLATE_NOOP("ForeignWords", "modules import '%1' from each other, and none defines it"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 may have '%2', in a way that cannot be read"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 binds '%2' for type checkers only"),
    QT_TRANSLATE_NOOP("ForeignWords", "the __getattr__ of %1 may serve '%2'"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1, which every module has"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1, of Python itself"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1, of another project"),
    QT_TRANSLATE_NOOP("ForeignWords", "a star import: which of its names are used is not known"),
    QT_TRANSLATE_NOOP("ForeignWords", "a computed import: what is done with the module is not known"),
    QT_TRANSLATE_NOOP("ForeignWords", "the statement was not found in its place"),
    QT_TRANSLATE_NOOP("ForeignWords", "a string that names the module"),
    QT_TRANSLATE_NOOP("ForeignWords", "it replaces the name in %1, and who looks there sees it"),
    QT_TRANSLATE_NOOP("ForeignWords", "a string: who reads it is not known"),
    QT_TRANSLATE_NOOP("ForeignWords", "a string with escapes"),
    QT_TRANSLATE_NOOP("ForeignWords", "a notebook"),
    QT_TRANSLATE_NOOP("ForeignWords", "none of its names is used here: it may be imported for its effect"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' stands for it in two ways"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' has another meaning in this file"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' has another meaning, too"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' is in __all__"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' is not asked for"),
    QT_TRANSLATE_NOOP("ForeignWords", "others take '%1' from here: %2"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1's '%2' is not the module %3"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 has no '%2'"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 itself takes it from here"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 takes it from this module"),
    QT_TRANSLATE_NOOP(
        "ForeignWords",
        "%1 imports this module, itself or through others: a circle, in which it may be half-run"),
    QT_TRANSLATE_NOOP("ForeignWords",
                      "another branch of the try imports it from %1: this one can be taken away by hand"),
    QT_TRANSLATE_NOOP("ForeignWords", "the uses in this file are not known"),
    QT_TRANSLATE_NOOP("ForeignWords", "the module object itself is used"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 is reached by the same import"),
    QT_TRANSLATE_NOOP("ForeignWords", "it sets '%1' in the module"),
    QT_TRANSLATE_NOOP("ForeignWords", "it has changed since it was indexed"),
    QT_TRANSLATE_NOOP("ForeignWords", "it shares its line with other statements, and has comments"),
    QT_TRANSLATE_NOOP("ForeignWords", "its names share lines with comments: it cannot be cut in two"),
    QT_TRANSLATE_NOOP("ForeignWords", "the file has syntax errors"),
    QT_TRANSLATE_NOOP("ForeignWords", "its encoding is not one of single bytes"),
    QT_TRANSLATE_NOOP("ForeignWords", "it has line ends that no difference can show (carriage returns)"),
    QT_TRANSLATE_NOOP("ForeignWords", "what would come out has syntax errors"),
    QT_TRANSLATE_NOOP("ForeignWords", "two changes of one place"),
    QT_TRANSLATE_NOOP("ForeignWords", "a line that changes has letters in an encoding other than UTF-8"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 of [[campaign]]"),
    QT_TRANSLATE_NOOP("ForeignWords", "a list of strings"),
    QT_TRANSLATE_NOOP("ForeignWords", "a string"),
    QT_TRANSLATE_NOOP("ForeignWords", "a table"),
    QT_TRANSLATE_NOOP("ForeignWords", "a list of tables"),
    QT_TRANSLATE_NOOP("ForeignWords", "a number of files"),
    QT_TRANSLATE_NOOP("ForeignWords", "a number from 0 to 1"),
    QT_TRANSLATE_NOOP("ForeignWords", "a symbol such as \"a.b:name\""),
    QT_TRANSLATE_NOOP("ForeignWords", "a module or a symbol such as \"a.b:name\""),
    QT_TRANSLATE_NOOP("ForeignWords", "a module such as \"a.b\""),
    QT_TRANSLATE_NOOP("ForeignWords", "a date such as \"2026-12-31\""),
    QT_TRANSLATE_NOOP("ForeignWords",
                      "a [[campaign]] needs a name of lower-case letters, digits and dashes; it is ignored"),
    QT_TRANSLATE_NOOP("ForeignWords", "there is another [[campaign]] '%1' before; it is ignored"),
    QT_TRANSLATE_NOOP("ForeignWords", "campaign '%1' names nothing canonical and nothing deprecated"),
    QT_TRANSLATE_NOOP(
        "ForeignWords",
        "a [[deprecated]] entry needs either module = \"a.b\" or symbol = \"a.b:name\"; it is ignored"),
};

// Messages around others.
constexpr std::array kAround{
    QT_TRANSLATE_NOOP("ForeignWords", "both are %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "the first is %1, the second %2"),
    QT_TRANSLATE_NOOP("ForeignWords", "which it is depends on conditions: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "two values, decorated or not of this project, may be one object: %1"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 (line %2)"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 and %2 are not proven to be the same: %3"),
    QT_TRANSLATE_NOOP("ForeignWords", "%1 is set again by a function: when it is asked for decides"),
    QT_TRANSLATE_NOOP("ForeignWords", "'%1' in %2 must be %3; it is ignored"),
    QT_TRANSLATE_NOOP("ForeignWords", "unknown key '%1' in %2; it is ignored"),
};

// What stands in `message` for %1 and %2 of `pattern`, if it is of that form.
std::optional<std::vector<QString>> takeApart(std::string_view pattern, std::string_view message) {
    std::vector<QString> given;
    for (;;) {
        const std::size_t place = pattern.find('%');
        if (!message.starts_with(pattern.substr(0, place)))
            return std::nullopt;
        if (place == std::string_view::npos)
            return message.size() == pattern.size() ? std::optional(given) : std::nullopt;
        message.remove_prefix(place);
        pattern.remove_prefix(place + 2);
        const std::string_view fixed = pattern.substr(0, pattern.find('%'));
        // The last place takes all but the end.
        const std::size_t end = fixed.size() == pattern.size() && message.ends_with(fixed)
                                    ? message.size() - fixed.size()
                                    : message.find(fixed);
        if (end == std::string_view::npos)
            return std::nullopt;
        given.push_back(toQt(message.substr(0, end)));
        message.remove_prefix(end);
    }
}

} // namespace

namespace {

// What `patterns` have for `message`; those of their places that hold messages are translated themselves.
template <std::size_t kCount>
std::optional<QString> translated(const std::array<const char*, kCount>& patterns, std::string_view message,
                                  bool around) {
    for (const char* pattern : patterns) {
        auto given = takeApart(pattern, message);
        if (!given)
            continue;
        for (std::size_t i = 0; i < given->size(); ++i)
            if (around || (i == 0 && std::string_view(pattern).starts_with('%')))
                (*given)[i] = foreignWords(toUtf8((*given)[i]));
        const QString words = ForeignWords::tr(pattern);
        switch (given->size()) {
        case 0:
            return words;
        case 1:
            return words.arg(given->front());
        case 2:
            return words.arg(given->front(), given->back());
        default:
            return words.arg((*given)[0], (*given)[1], (*given)[2]);
        }
    }
    return std::nullopt;
}

} // namespace

QString foreignWords(std::string_view message) {
    if (const auto words = translated(kAround, message, true))
        return *words;
    return translated(kMessages, message, false).value_or(toQt(message));
}

} // namespace espalier::ui
