# Defines tree_sitter (the runtime) and tree_sitter_python (the grammar): installed ones where pkg-config finds them, else
# the C sources of the npm packages that package-lock.json pins by version and hash. Installing runs no script of theirs.
include_guard(GLOBAL)

# Before 0.20.8 a node with 65,536 children, which as many lines of comments make, corrupted the memory.
pkg_check_modules(TREE_SITTER IMPORTED_TARGET GLOBAL tree-sitter>=0.20.8)
pkg_check_modules(TREE_SITTER_PYTHON IMPORTED_TARGET GLOBAL tree-sitter-python)

# Fetches the pinned sources, once for each state of the lock file.
function(fetch_pinned_sources home)
    set(pins "${PROJECT_SOURCE_DIR}/packaging")
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${pins}/package-lock.json")
    file(SHA256 "${pins}/package-lock.json" pin)
    set(stamp "${home}/installed-${pin}")
    if(EXISTS "${stamp}")
        return()
    endif()
    find_program(NPM npm)
    if(NOT NPM)
        message(FATAL_ERROR "tree-sitter (0.20.8 or newer) and its Python grammar are not both installed (pkg-config "
                            "tree-sitter, tree-sitter-python), and there is no npm to fetch them. Install them or npm; "
                            "packaging/setup.sh installs npm.")
    endif()
    file(REMOVE_RECURSE "${home}")
    file(COPY "${pins}/package.json" "${pins}/package-lock.json" DESTINATION "${home}")
    # The grammar's package names another runtime for its Node.js binding, which is not used here.
    execute_process(COMMAND "${NPM}" ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund
                    WORKING_DIRECTORY "${home}" RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
        message(FATAL_ERROR "npm could not install the pinned sources of tree-sitter:\n${said}")
    endif()
    file(TOUCH "${stamp}")
endfunction()

set(_home "${PROJECT_BINARY_DIR}/grammar")
if(NOT TREE_SITTER_FOUND OR NOT TREE_SITTER_PYTHON_FOUND)
    fetch_pinned_sources("${_home}")
endif()

if(TREE_SITTER_FOUND)
    add_library(tree_sitter ALIAS PkgConfig::TREE_SITTER)
else()
    set(_runtime "${_home}/node_modules/tree-sitter/vendor/tree-sitter/lib")
    add_library(tree_sitter STATIC "${_runtime}/src/lib.c")
    target_include_directories(tree_sitter SYSTEM PUBLIC "${_runtime}/include" PRIVATE "${_runtime}/src")
    target_compile_definitions(tree_sitter PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE)
    target_compile_options(tree_sitter PRIVATE -O2 -w)
endif()

if(TREE_SITTER_PYTHON_FOUND)
    add_library(tree_sitter_python ALIAS PkgConfig::TREE_SITTER_PYTHON)
else()
    set(_grammar "${_home}/node_modules/tree-sitter-python")
    add_library(tree_sitter_python STATIC "${_grammar}/src/parser.c" "${_grammar}/src/scanner.c")
    target_include_directories(tree_sitter_python SYSTEM PRIVATE "${_grammar}/src")
    target_compile_options(tree_sitter_python PRIVATE -O2 -w)
endif()
