/** Tests that keep the documentation true: links, commands, codes, and what the README promises. */
@NullMarked
package org.tamga.docs;

import org.jspecify.annotations.NullMarked;
