// Tables of Python text and what the scanner says about it.
#pragma once

#include "indexer/scan/print_facts.h"
#include "indexer/scan/scanner.h"

#include <QTest>

#include <cstring>
#include <string>
#include <vector>

namespace espalier::scan_test {

inline void columns() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected");
}

// Texts may begin with a line break, which does not count.
inline QByteArray fromSecondLine(const char* text) {
    return text[0] == '\n' ? text + 1 : text;
}

inline void row(const char* name, const char* source, const char* expected) {
    QTest::newRow(name) << fromSecondLine(source) << fromSecondLine(expected);
}

template <class Records>
QByteArray lines(const Records& records) {
    std::string out;
    for (const auto& record : records)
        out += print(record) + "\n";
    return QByteArray::fromStdString(out);
}

inline facts::SourceFacts scan(const QByteArray& source) {
    return scan::scanPython({source.constData(), static_cast<std::size_t>(source.size())});
}

} // namespace espalier::scan_test
