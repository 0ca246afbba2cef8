# Defines tree_sitter_python: an installed grammar where pkg-config finds one, else the C sources of the npm package
# that package-lock.json pins by version and hash. Installing runs no script of the package.
include_guard(GLOBAL)

pkg_check_modules(TREE_SITTER_PYTHON IMPORTED_TARGET GLOBAL tree-sitter-python)
if(TREE_SITTER_PYTHON_FOUND)
    add_library(tree_sitter_python ALIAS PkgConfig::TREE_SITTER_PYTHON)
    return()
endif()

set(_pins "${PROJECT_SOURCE_DIR}/packaging")
set(_grammar_home "${PROJECT_BINARY_DIR}/grammar")
set(_grammar "${_grammar_home}/node_modules/tree-sitter-python")
set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${_pins}/package-lock.json")
file(SHA256 "${_pins}/package-lock.json" _pin)
set(_stamp "${_grammar_home}/installed-${_pin}")
if(NOT EXISTS "${_stamp}")
    find_program(NPM npm)
    if(NOT NPM)
        message(FATAL_ERROR "The Python grammar is not installed (pkg-config tree-sitter-python), and there is no npm "
                            "to fetch it. Install one of them; packaging/setup.sh installs npm.")
    endif()
    file(REMOVE_RECURSE "${_grammar_home}")
    file(COPY "${_pins}/package.json" "${_pins}/package-lock.json" DESTINATION "${_grammar_home}")
    execute_process(COMMAND "${NPM}" ci --ignore-scripts --omit=peer --no-audit --no-fund
                    WORKING_DIRECTORY "${_grammar_home}" RESULT_VARIABLE _failed OUTPUT_VARIABLE _said ERROR_VARIABLE _said)
    if(_failed)
        message(FATAL_ERROR "npm could not install the pinned Python grammar:\n${_said}")
    endif()
    file(TOUCH "${_stamp}")
endif()

add_library(tree_sitter_python STATIC "${_grammar}/src/parser.c" "${_grammar}/src/scanner.c")
target_include_directories(tree_sitter_python SYSTEM PRIVATE "${_grammar}/src")
target_compile_options(tree_sitter_python PRIVATE -O2 -w)
