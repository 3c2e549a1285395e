/** The devices command line. */
@NullMarked
package org.tamga.devices.command;

import org.jspecify.annotations.NullMarked;
