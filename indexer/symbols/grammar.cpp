#include "indexer/symbols/grammar.h"

#include <cstring>
#include <string_view>
#include <unordered_map>

extern "C" const TSLanguage* tree_sitter_python();

namespace espalier::symbols {

namespace {

const std::unordered_map<std::string_view, Node>& kindsByName() {
    static const std::unordered_map<std::string_view, Node> table{
        {"argument_list", Node::ArgumentList},
        {"as_pattern", Node::AsPattern},
        {"as_pattern_target", Node::AsTarget},
        {"assignment", Node::Assignment},
        {"attribute", Node::Attribute},
        {"augmented_assignment", Node::AugmentedAssignment},
        {"call", Node::Call},
        {"case_pattern", Node::CasePattern},
        {"class_definition", Node::Class},
        {"class_pattern", Node::ClassPattern},
        {"comment", Node::Skipped},
        {"constrained_type", Node::ConstrainedType},
        {"decorated_definition", Node::Decorated},
        {"decorator", Node::Decorator},
        {"default_parameter", Node::Parameter},
        {"delete_statement", Node::Delete},
        {"dictionary_comprehension", Node::Comprehension},
        {"dictionary_splat_pattern", Node::Wrapper},
        {"dotted_name", Node::DottedName},
        {"ellipsis", Node::Skipped},
        {"except_clause", Node::ExceptClause},
        {"exec_statement", Node::Python2},
        {"expression_list", Node::Wrapper},
        {"false", Node::Skipped},
        {"float", Node::Skipped},
        {"for_in_clause", Node::For},
        {"for_statement", Node::For},
        {"function_definition", Node::Function},
        {"future_import_statement", Node::ImportFrom},
        {"generator_expression", Node::Comprehension},
        {"generic_type", Node::Wrapper},
        {"global_statement", Node::Global},
        {"identifier", Node::Identifier},
        {"import_from_statement", Node::ImportFrom},
        {"import_statement", Node::Import},
        {"integer", Node::Skipped},
        {"keyword_argument", Node::KeywordArgument},
        {"keyword_pattern", Node::KeywordPattern},
        {"lambda", Node::Lambda},
        {"lambda_parameters", Node::Parameters},
        {"list", Node::Wrapper},
        {"list_comprehension", Node::Comprehension},
        {"list_pattern", Node::Wrapper},
        {"list_splat", Node::Wrapper},
        {"list_splat_pattern", Node::Wrapper},
        {"member_type", Node::MemberType},
        {"named_expression", Node::NamedExpression},
        {"none", Node::Skipped},
        {"nonlocal_statement", Node::Nonlocal},
        {"parameters", Node::Parameters},
        {"parenthesized_expression", Node::Wrapper},
        {"pass_statement", Node::Skipped},
        {"pattern_list", Node::Wrapper},
        {"print_statement", Node::Python2},
        {"set_comprehension", Node::Comprehension},
        {"splat_type", Node::Wrapper},
        {"string", Node::String},
        {"subscript", Node::Subscript},
        {"true", Node::Skipped},
        {"tuple", Node::Wrapper},
        {"tuple_pattern", Node::Wrapper},
        {"type", Node::Wrapper},
        {"type_alias_statement", Node::TypeAlias},
        {"type_parameter", Node::TypeParameters},
        {"typed_default_parameter", Node::Parameter},
        {"typed_parameter", Node::Parameter},
    };
    return table;
}

constexpr const char* kFieldNames[] = {
    "",           "alias",       "attribute", "body",         "definition", "function",        "left", "name",
    "parameters", "return_type", "right",     "superclasses", "type",       "type_parameters", "value"};

} // namespace

const Grammar& Grammar::get() {
    static const Grammar grammar;
    return grammar;
}

Grammar::Grammar()
    : language_(tree_sitter_python()) {
    const std::uint32_t count = ts_language_symbol_count(language_);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto id = static_cast<TSSymbol>(i);
        const bool named = ts_language_symbol_type(language_, id) == TSSymbolTypeRegular;
        const auto known = kindsByName().find(ts_language_symbol_name(language_, id));
        const bool isKnown = named && known != kindsByName().end();
        kinds_.push_back(!named ? Node::Skipped : isKnown ? known->second : Node::Plain);
    }
    fields_.assign(ts_language_field_count(language_) + 1, Field::Other);
    fields_[0] = Field::None;
    fieldIds_.push_back(0);
    for (std::size_t i = 1; i < std::size(kFieldNames); ++i) {
        const char* name = kFieldNames[i];
        const auto length = static_cast<std::uint32_t>(std::strlen(name));
        const TSFieldId id = ts_language_field_id_for_name(language_, name, length);
        fieldIds_.push_back(id);
        if (id != 0)
            fields_[id] = static_cast<Field>(i);
    }
    comment_ = symbol("comment");
    concatenated_ = symbol("concatenated_string");
    interpolation_ = symbol("interpolation");
    binary_ = symbol("binary_operator");
    parenthesized_ = symbol("parenthesized_expression");
    expression_ = symbol("expression_statement");
}

TSSymbol Grammar::symbol(const char* name) const {
    return ts_language_symbol_for_name(language_, name, static_cast<std::uint32_t>(std::strlen(name)), true);
}

} // namespace espalier::symbols
