/**
 * Fingerprint templates from and for other systems: ISO/IEC 19794-2, ANSI INCITS 378, SourceAFIS
 * native, and our own record of several fingers. See {@code docs/formats/template-exchange.md}.
 */
@NullMarked
package org.tamga.matcher.exchange;

import org.jspecify.annotations.NullMarked;
