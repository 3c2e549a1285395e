/** The subcommands of the tamga matcher command. */
@NullMarked
package org.tamga.matcher.command;

import org.jspecify.annotations.NullMarked;
