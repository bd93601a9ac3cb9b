/**
 * The demo day (ngày mẫu): a believable city day, lived through the services, in a dataset of its
 * own. What happens is decided beforehand by {@link vn.motcua.demo.CityPlan} and {@link
 * vn.motcua.demo.Fate}, from a seed alone; {@link vn.motcua.demo.DemoDay} lives it at a chosen
 * speed. Every person in it is invented.
 */
package vn.motcua.demo;
