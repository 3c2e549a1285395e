/**
 * JMH benchmarks of the matcher's parts, on made people, so that they run anywhere: {@code ./tamga
 * bench}, with a regular expression for some of them.
 */
@org.jspecify.annotations.NullMarked
package org.tamga.matcher.bench;
