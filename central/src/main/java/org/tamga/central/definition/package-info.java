/** What the commission writes: the election as a YAML file, before keys and certificates exist. */
@NullMarked
package org.tamga.central.definition;

import org.jspecify.annotations.NullMarked;
