// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/templates.h"

#include <QByteArrayView>

namespace milepost {

/// Board templates as files: JSON that people can read and write (resources/templates/README.md has the
/// format).
///
/// Reading is strict: a field that is not known, a word that is not allowed, a rule that is broken is an
/// error that names the file and the place in it; nothing is guessed or left out. The errors of SourceFile,
/// TemplateForeign, TemplateNewer, TemplateSyntax, TemplateField, TemplateNeeds, TemplateType, TemplateWord,
/// TemplateReference, TemplateUnfit, TemplateTooLarge.
Result<BoardTemplate> readTemplate(const QString &path);

/// The same of bytes that came from somewhere; \p source names them in errors.
Result<BoardTemplate> parseTemplate(QByteArrayView bytes, const QString &source);

/// The template as such a file holds it.
QByteArray jsonOf(const BoardTemplate &content);

/// Writes it; what is there already is replaced, and the file appears when it is complete. FileUnwritable.
Done writeTemplate(const BoardTemplate &content, const QString &path);

} // namespace milepost
