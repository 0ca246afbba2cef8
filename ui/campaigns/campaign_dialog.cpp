#include "ui/campaigns/campaign_dialog.h"

#include "ui/text.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace espalier::ui {

namespace {

constexpr int kMostFiles = 1'000'000;

std::vector<std::string> linesOf(const QString& text) {
    static const QRegularExpression border(QStringLiteral("[\\n,]"));
    std::vector<std::string> out;
    for (const QString& line : text.split(border))
        if (!line.trimmed().isEmpty())
            out.push_back(toUtf8(line.trimmed()));
    return out;
}

QString joined(const std::vector<std::string>& texts, const QString& between) {
    QStringList out;
    for (const std::string& text : texts)
        out << toQt(text);
    return out.join(between);
}

// "a.b" or "a.b:name"
bool isTarget(const std::string& text) {
    static const QRegularExpression form(
        QStringLiteral("^[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*(:[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*)?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return form.match(toQt(text)).hasMatch();
}

} // namespace

CampaignDialog::CampaignDialog(const graph::Campaign& campaign, QStringList taken, QWidget* parent)
    : QDialog(parent)
    , given_(campaign)
    , taken_(std::move(taken))
    , form_(new QFormLayout(this)) {
    setWindowTitle(campaign.name.empty() ? tr("New campaign") : tr("Change a campaign"));
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    name_ = line(tr("&Name:"), campaign.name, tr("lower-case letters, digits and dashes: orders-ssot"));
    title_ = line(tr("&Title:"), campaign.title, tr("One way to import orders"));
    deprecated_ = lines(tr("To be imported no &more:"), campaign.deprecated,
                        tr("a module, or one of its names, in each line: shop.old_orders, shop.orders:make"));
    canonical_ = lines(tr("&Instead:"), campaign.canonical, tr("shop.orders:Order"));
    critical_ = lines(tr("&Critical path:"), campaign.criticalPath,
                      tr("entry modules; what they reach outranks the rest"));
    baseline_ =
        line(tr("&Baseline:"), campaign.baseline, tr("a commit, a tag or a date; empty: the project's"));
    files_ = new QSpinBox;
    files_->setRange(0, kMostFiles);
    files_->setValue(
        static_cast<int>(std::min<std::uint32_t>(campaign.target.violatingFiles.value_or(0), kMostFiles)));
    form_->addRow(tr("Target, &files at most:"), files_);
    compliance_ = new QSpinBox;
    compliance_->setRange(-1, 100);
    compliance_->setSpecialValueText(tr("none"));
    compliance_->setSuffix(QStringLiteral(" %"));
    compliance_->setValue(
        campaign.target.compliance ? static_cast<int>(std::lround(100 * *campaign.target.compliance)) : -1);
    form_->addRow(tr("Target, c&ompliance:"), compliance_);
    by_ = line(tr("B&y:"), campaign.target.by, QStringLiteral("2026-12-31"));
    std::vector<std::string> phases;
    for (const graph::Phase& phase : campaign.phases)
        phases.push_back(phase.name);
    phases_ = line(tr("P&hases:"), joined(phases, QStringLiteral(", ")).toStdString(),
                   QStringLiteral("audit, remediate, stabilise, remove"));
    issue_ = line(tr("I&ssue:"), campaign.issue, tr("its address"));
    priority_ = line(tr("&Priority:"), campaign.priority, QStringLiteral("P1"));
    trouble_ = new QLabel;
    trouble_->setWordWrap(true);
    trouble_->setTextFormat(Qt::PlainText);
    trouble_->setMinimumHeight(2 * fontMetrics().lineSpacing());
    form_->addRow(trouble_);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form_->addRow(buttons_);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 90, sizeHint().height());
    update();
    (name_->text().isEmpty() ? name_ : title_)->setFocus();
}

QLineEdit* CampaignDialog::line(const QString& label, const std::string& text, const QString& hint) {
    auto* field = new QLineEdit(toQt(text));
    field->setPlaceholderText(hint);
    form_->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &CampaignDialog::update);
    return field;
}

QPlainTextEdit* CampaignDialog::lines(const QString& label, const std::vector<std::string>& texts,
                                      const QString& hint) {
    auto* field = new QPlainTextEdit(joined(texts, QStringLiteral("\n")));
    field->setPlaceholderText(hint);
    field->setTabChangesFocus(true);
    field->setFixedHeight(fontMetrics().lineSpacing() * 4);
    form_->addRow(label, field);
    connect(field, &QPlainTextEdit::textChanged, this, &CampaignDialog::update);
    return field;
}

graph::Campaign CampaignDialog::campaign() const {
    graph::Campaign out;
    out.name = toUtf8(name_->text().trimmed());
    out.title = toUtf8(title_->text().trimmed());
    out.issue = toUtf8(issue_->text().trimmed());
    out.priority = toUtf8(priority_->text().trimmed());
    out.deprecated = linesOf(deprecated_->toPlainText());
    out.canonical = linesOf(canonical_->toPlainText());
    out.criticalPath = linesOf(critical_->toPlainText());
    out.baseline = toUtf8(baseline_->text().trimmed());
    if (files_->value() > 0 || given_.target.violatingFiles)
        out.target.violatingFiles = static_cast<std::uint32_t>(files_->value());
    if (compliance_->value() >= 0)
        out.target.compliance = compliance_->value() / 100.0;
    out.target.by = toUtf8(by_->text().trimmed());
    for (const std::string& name : linesOf(phases_->text())) {
        const auto known = std::ranges::find(given_.phases, name, &graph::Phase::name);
        out.phases.push_back(
            known != given_.phases.end() ? *known : graph::Phase{name, graph::usualConditions(name), false});
    }
    return out;
}

QString CampaignDialog::trouble() const {
    static const QRegularExpression name(QStringLiteral("^[a-z0-9]+([._-][a-z0-9]+)*$"));
    const graph::Campaign made = campaign();
    if (!name.match(toQt(made.name)).hasMatch())
        return tr("The name is to be of lower-case letters, digits and dashes.");
    if (taken_.contains(toQt(made.name)))
        return tr("There is a campaign of this name.");
    if (made.deprecated.empty())
        return tr("What is to be imported no more?");
    for (const auto* targets : {&made.deprecated, &made.canonical, &made.criticalPath})
        for (const std::string& target : *targets)
            if (!isTarget(target))
                return tr("“%1” is no module (a.b) and no name in one (a.b:c).").arg(toQt(target));
    for (const std::string& target : made.canonical)
        if (target.find(':') == std::string::npos)
            return tr("“%1”: what is to be imported instead is a name in a module (a.b:c).")
                .arg(toQt(target));
    if (!made.target.by.empty() && !QDate::fromString(toQt(made.target.by), Qt::ISODate).isValid())
        return tr("“%1” is no date: write it as 2026-12-31.").arg(toQt(made.target.by));
    return {};
}

void CampaignDialog::update() {
    if (!buttons_) // while it is being built
        return;
    trouble_->setText(trouble());
    buttons_->button(QDialogButtonBox::Save)->setEnabled(trouble_->text().isEmpty());
}

} // namespace espalier::ui
