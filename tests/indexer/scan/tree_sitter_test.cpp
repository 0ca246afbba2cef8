#include "indexer/scan/decode.h"
#include "indexer/scan/source_text.h"
#include "indexer/scan/table.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <tree_sitter/api.h>

#include <memory>

using namespace espalier;

extern "C" const TSLanguage* tree_sitter_python();

// The import statements of every file of Python's own library, with their places and texts, against those in
// tree-sitter's syntax tree. Excused are files that the grammar cannot parse, counted by reason, and
// statements that never run, of which the scanner makes no facts.
class TreeSitterTest : public QObject {
    Q_OBJECT

    struct Deleter {
        void operator()(TSParser* parser) const { ts_parser_delete(parser); }
        void operator()(TSTree* tree) const { ts_tree_delete(tree); }
    };

    static QByteArrayList files() {
        QProcess python;
        python.start("python3", {"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"});
        if (!python.waitForFinished())
            return {};
        QByteArrayList out;
        QDirIterator it(QString::fromLocal8Bit(python.readAllStandardOutput()).trimmed(), {"*.py"},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            if (!path.contains("/site-packages/") && !path.contains("/dist-packages/"))
                out << QFile::encodeName(path);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    static QByteArray textOf(TSNode node, const scan::SourceText& text) {
        const std::string_view found = text.slice(ts_node_start_byte(node), ts_node_end_byte(node));
        return {found.data(), static_cast<qsizetype>(found.size())};
    }

    // `if 0:` and its like: the body never runs.
    static bool isNeverRun(TSNode block, const scan::SourceText& text) {
        const TSNode parent = ts_node_parent(block);
        if (ts_node_is_null(parent) || ts_node_type(parent) != std::string_view("if_statement"))
            return false;
        const TSNode body = ts_node_child_by_field_name(parent, "consequence", 11);
        const QByteArray condition = textOf(ts_node_child_by_field_name(parent, "condition", 9), text);
        return ts_node_eq(block, body) && (condition == "0" || condition == "False" || condition == "None");
    }

    static QByteArray line(std::uint32_t first, std::uint32_t column, std::uint32_t last,
                           const QByteArray& text) {
        return QByteArray::number(first) + ":" + QByteArray::number(column) + "-" + QByteArray::number(last) +
               " " + text.left(static_cast<qsizetype>(facts::kMaxStatementBytes)) + "\n";
    }

    static QByteArray inTree(TSNode root, const scan::SourceText& text) {
        QByteArray out;
        TSTreeCursor cursor = ts_tree_cursor_new(root);
        for (bool more = true; more;) {
            const TSNode node = ts_tree_cursor_current_node(&cursor);
            const std::string_view type = ts_node_type(node);
            const bool import = type == "import_statement" || type == "import_from_statement" ||
                                type == "future_import_statement";
            if (import)
                out += line(text.line(ts_node_start_byte(node)), text.column(ts_node_start_byte(node)),
                            text.line(ts_node_end_byte(node)), textOf(node, text));
            const bool inside = !import && !(type == "block" && isNeverRun(node, text));
            if (inside && ts_tree_cursor_goto_first_child(&cursor))
                continue;
            while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)) &&
                   ts_tree_cursor_goto_parent(&cursor)) {
            }
        }
        ts_tree_cursor_delete(&cursor);
        return out;
    }

    static QByteArray inScan(const QByteArray& bytes) {
        QByteArray out;
        for (const facts::ImportStatement& s : scan_test::scan(bytes).imports)
            if (s.form == facts::ImportForm::Import || s.form == facts::ImportForm::From)
                out += line(s.span.line, s.span.column, s.span.endLine, QByteArray::fromStdString(s.text));
        return out;
    }

private slots:
    void standardLibrary() {
        const QByteArrayList paths = files();
        if (paths.isEmpty())
            QSKIP("no python3 here");
        const std::unique_ptr<TSParser, Deleter> parser(ts_parser_new());
        QVERIFY(ts_parser_set_language(parser.get(), tree_sitter_python()));
        int compared = 0, unparsable = 0, statements = 0;
        for (const QByteArray& path : paths) {
            QFile file(QFile::decodeName(path));
            QVERIFY2(file.open(QIODevice::ReadOnly), path);
            const QByteArray bytes = file.readAll();
            const scan::Decoded decoded =
                scan::decodeSource({bytes.constData(), static_cast<std::size_t>(bytes.size())});
            const scan::SourceText text(decoded.text);
            const std::unique_ptr<TSTree, Deleter> tree(
                ts_parser_parse_string(parser.get(), nullptr, text.data(), text.size()));
            const TSNode root = ts_tree_root_node(tree.get());
            if (ts_node_has_error(root)) {
                ++unparsable;
                continue;
            }
            const QByteArray expected = inTree(root, text);
            const QByteArray actual = inScan(bytes);
            QVERIFY2(actual == expected, path + "\n--- scanner\n" + actual + "--- tree-sitter\n" + expected);
            statements += static_cast<int>(expected.count('\n'));
            ++compared;
        }
        qInfo("%d files with %d statements agree, %d the grammar cannot parse", compared, statements,
              unparsable);
        QVERIFY(compared > paths.size() * 9 / 10);
        QVERIFY(statements > 5 * compared);
    }
};

QTEST_APPLESS_MAIN(TreeSitterTest)
#include "tree_sitter_test.moc"
