# SPDX-License-Identifier: GPL-3.0-or-later
# The flags that every room is built with; see CONTRIBUTING.md for why.
option(MILEPOST_WERROR "Treat warnings as errors" ON)
option(MILEPOST_TESTS "Build the tests and benchmarks" ON)
option(MILEPOST_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(MILEPOST_CCACHE ccache)
if(MILEPOST_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MILEPOST_CCACHE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(-fpch-preprocess) # else nothing that uses a precompiled header is cached
    endif()
endif()
find_program(MILEPOST_MOLD mold)
if(MILEPOST_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(milepost_flags INTERFACE)
target_compile_options(milepost_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wextra-semi -Wmissing-declarations -Wswitch-enum -Wimplicit-fallthrough -Wcast-align
    -Wcast-qual -Wformat=2 -Wundef -Wvla -Wdate-time
    $<$<BOOL:${MILEPOST_WERROR}>:-Werror>
    $<$<CONFIG:Debug>:-D_GLIBCXX_ASSERTIONS>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # clang 14 takes the 0 of a defaulted operator<=> for a null pointer, so only g++ looks for those.
    target_compile_options(milepost_flags INTERFACE -Wzero-as-null-pointer-constant
        -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wsuggest-override -Wredundant-move)
else()
    target_compile_options(milepost_flags INTERFACE
        -Wdocumentation -Winconsistent-missing-destructor-override -Wunreachable-code-aggressive
        -Wrange-loop-analysis -Wthread-safety -Wno-gnu-zero-variadic-macro-arguments)
endif()
target_compile_definitions(milepost_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    MILEPOST_VERSION="${PROJECT_VERSION}")
if(MILEPOST_SANITIZE)
    target_compile_options(milepost_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(milepost_flags INTERFACE
        -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    add_link_options(-Wl,-z,relro,-z,now -Wl,--as-needed)
    set(CMAKE_CXX_FLAGS_RELEASE "-O2")
    add_compile_definitions(QT_NO_DEBUG)
endif()

# What moc and rcc write into the build folder is not ours to name or lay out: when the tidy preset analyses it, one
# harmless check is all it gets (an empty list is an error).
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/.clang-tidy CONTENT "Checks: '-*,misc-definitions-in-headers'\n")
