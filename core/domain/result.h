// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace milepost {

/// A value, or why there is none. Expected failures are answers, not exceptions.
template<class T>
class [[nodiscard]] Result
{
public:
    // Implicit, so that `return board;` and `return Error{…};` read as what they are.
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/// Done, or why not.
class [[nodiscard]] Done
{
public:
    Done() = default;
    // NOLINTNEXTLINE(google-explicit-constructor)
    Done(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace milepost
