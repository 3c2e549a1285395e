/** What the public reads: one page and its data, without scripts. */
@NullMarked
package org.tamga.central.page;

import org.jspecify.annotations.NullMarked;
