#include "app/gui/memory_writer.h"

#include <QtConcurrent/QtConcurrentRun>

namespace espalier::gui {

MemoryWriter::MemoryWriter(QObject* parent)
    : QObject(parent) {
    worker_.setMaxThreadCount(1);
}

MemoryWriter::~MemoryWriter() {
    worker_.waitForDone();
}

MemoryRead MemoryWriter::open(const QString& root) {
    const QString path = memoryPath(root);
    if (kept_ && kept_->path == path)
        worker_.waitForDone();
    MemoryRead read = readMemory(path);
    kept_ = read.mayWrite ? std::make_shared<Kept>(path, root, read.memory) : nullptr;
    newest_ = read.memory;
    return read;
}

void MemoryWriter::write(const ui::ProjectMemory& memory) {
    if (!kept_ || memory == newest_)
        return;
    newest_ = memory;
    (void)QtConcurrent::run(&worker_, [this, kept = kept_, memory] {
        const facts::Status written = writeMemory(kept->path, kept->written, memory, kept->root);
        if (written) {
            kept->written = memory;
            return;
        }
        QMetaObject::invokeMethod(this, [this, error = written.error()] {
            newest_.reset();
            emit failed(error);
        });
    });
}

} // namespace espalier::gui
