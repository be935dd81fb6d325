<?php
// Installs WordPress as its own installer does, and publishes the posts that stand on the input as those who wrote them: what
// a role must not write, WordPress takes out as it does for anyone of that role.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require "$argv[1]/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
// There is nobody to write to.
add_filter('pre_wp_mail', '__return_true');

wp_install('Trust intranet', 'administrator', 'administrator@trust.example', false, '', wp_generate_password());
// Posts have addresses with their number, which need nothing of the server.
update_option('permalink_structure', '');
wp_insert_user(['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author']);

$ids = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $name => $post) {
    wp_set_current_user(get_user_by('login', $post['by'])->ID);
    $content = "<!-- wp:html -->\n{$post['html']}\n<!-- /wp:html -->";
    $fields = ['post_title' => 'Flu vaccination', 'post_status' => 'publish', 'post_content' => $content];
    $ids[$name] = wp_insert_post(wp_slash($fields), true);
}
echo "\n", json_encode($ids), "\n";
