# SPDX-License-Identifier: GPL-3.0-or-later
# One folder, one target: milepost_room(core_domain PUBLIC Qt6::Core PRIVATE ...).
# The link lines are the layering: a room can use only what it links. PUBLIC is what its headers name.
function(milepost_room name)
    cmake_parse_arguments(ROOM "" "" "PUBLIC;PRIVATE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ROOM_PUBLIC} PRIVATE milepost_flags ${ROOM_PRIVATE})
    target_precompile_headers(${name} PRIVATE <QString> <QList> <QHash> <QDate> <QDateTime> <QObject> <optional> <vector> <algorithm> <functional>)
endfunction()
