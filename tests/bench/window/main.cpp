// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

#include <cstdio>

namespace {

constexpr int kRows = 100;
constexpr int kColumns = 8;

/// A table that says when it has painted for the first time.
class FirstPaint : public QTableView // clazy:exclude=missing-qobject-macro,ctor-missing-parent-argument
{
public:
    FirstPaint() { m_sinceMain.start(); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (std::exchange(m_hasPainted, true))
            return;
        std::printf("%lld\n", m_sinceMain.elapsed());
        std::fflush(stdout);
        if (!QCoreApplication::arguments().contains(QStringLiteral("--stay")))
            QTimer::singleShot(0, qApp, &QApplication::quit);
    }

private:
    QElapsedTimer m_sinceMain;
    bool m_hasPainted = false;
};

void fill(QStandardItemModel &model)
{
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column)
            model.setItem(row, column, new QStandardItem(QString::number(row * kColumns + column)));
}

} // namespace

/// The baseline of a start: a main window with a table of a hundred rows, and nothing else. With `--stay` it
/// does not end when it has painted.
int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    QStandardItemModel model(kRows, kColumns);
    fill(model);
    QMainWindow window;
    auto *table = new FirstPaint;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}
