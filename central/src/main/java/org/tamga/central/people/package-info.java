/** The population list: people with photos and fingers, and the register's rows made of them. */
@NullMarked
package org.tamga.central.people;

import org.jspecify.annotations.NullMarked;
