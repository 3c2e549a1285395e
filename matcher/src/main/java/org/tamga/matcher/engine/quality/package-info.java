/** What can be measured on a finger image before matching, without judging it. */
@NullMarked
package org.tamga.matcher.engine.quality;

import org.jspecify.annotations.NullMarked;
