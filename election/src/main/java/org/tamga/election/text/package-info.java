/** Text in the languages of the product. */
@NullMarked
package org.tamga.election.text;

import org.jspecify.annotations.NullMarked;
