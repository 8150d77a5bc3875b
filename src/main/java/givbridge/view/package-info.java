/**
 * What is published of a plant: each snapshot becomes a tree of named leaves, as the tables say.
 *
 * <p>Public: {@link TreeTable} (the rows of {@code tables/tree.csv} and {@code
 * tables/entities.csv}), {@link Tree} (the rows that hold for one plant, evaluated for each
 * snapshot), {@link View} with its {@link Leaf leaves}, {@link Wishes} (what a user wants
 * otherwise), {@link ViewContext} (what only the running bridge knows). Pure; knows no network, no
 * broker, no document format, no framework and no model, register, path or key by name.
 */
@NullMarked
package givbridge.view;

import org.jspecify.annotations.NullMarked;
