/** The enrolled templates in memory and the search among them, in two stages. */
@NullMarked
package org.tamga.matcher.engine.gallery;

import org.jspecify.annotations.NullMarked;
