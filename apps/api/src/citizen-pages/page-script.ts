import { createHash } from 'node:crypto';

/**
 * What JavaScript adds to the form, in words that a browser of 2016 understands: a button for the present position,
 * photos made smaller before they travel, and a sign that something is being sent. Everything works without it.
 */
export const PAGE_SCRIPT = `(function () {
  'use strict';
  var isEnglish = document.documentElement.lang === 'en';
  function say(id, en) { return isEnglish ? en : id; }

  function offerPosition(box) {
    var input = box.querySelector('input');
    var button = box.querySelector('button');
    var status = box.querySelector('[role=status]');
    var offer = button.textContent;
    function show(note) {
      status.textContent = note || (input.value ? say('Titik lokasi ikut dikirim: ', 'Position sent along: ') + input.value : '');
      button.textContent = input.value ? say('Jangan kirim lokasi saya', 'Do not send my position') : offer;
    }
    button.addEventListener('click', function () {
      if (input.value) { input.value = ''; show(say('Lokasi tidak dikirim.', 'No position is sent.')); return; }
      status.textContent = say('Mencari lokasi…', 'Looking for your position…');
      navigator.geolocation.getCurrentPosition(function (found) {
        var at = found.coords;
        input.value = at.latitude.toFixed(6) + ',' + at.longitude.toFixed(6);
        show(say('Titik lokasi ikut dikirim, ketelitian sekitar ', 'Position sent along, exact to about ') + Math.round(at.accuracy) + ' m.');
      }, function () {
        show(say('Lokasi tidak ditemukan atau tidak diizinkan. Tulis saja tempatnya di atas.', 'The position was not found or not allowed. Please write the place above.'));
      }, { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
    });
    show();
    box.hidden = false;
  }

  function smaller(file, done) {
    var address = URL.createObjectURL(file);
    var image = new Image();
    image.onerror = function () { URL.revokeObjectURL(address); done(file); };
    image.onload = function () {
      URL.revokeObjectURL(address);
      var factor = Math.min(1, 2048 / Math.max(image.width, image.height));
      var canvas = document.createElement('canvas');
      canvas.width = Math.round(image.width * factor);
      canvas.height = Math.round(image.height * factor);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) {
        var name = file.name.replace(/\\.[^.]*$/, '') + '.jpg';
        done(blob && blob.size < file.size ? new File([blob], name, { type: 'image/jpeg' }) : file);
      }, 'image/jpeg', 0.85);
    };
    image.src = address;
  }

  function shrinkPhotos(input) {
    input.addEventListener('change', function () {
      var files = Array.prototype.slice.call(input.files);
      var kept = new DataTransfer();
      (function next() {
        var file = files.shift();
        if (!file) { input.files = kept.files; return; }
        if (file.type !== 'image/jpeg' || file.size < 1000000) { kept.items.add(file); next(); return; }
        smaller(file, function (result) { kept.items.add(result); next(); });
      })();
    });
  }

  var box = document.querySelector('[data-position]');
  if (box && navigator.geolocation && window.isSecureContext) offerPosition(box);
  // An older browser would forget which way up a photo is.
  var keepsUpright = window.CSS && CSS.supports && CSS.supports('image-orientation', 'from-image');
  var photos = document.querySelector('[data-photos]');
  if (photos && keepsUpright && window.DataTransfer && HTMLCanvasElement.prototype.toBlob) shrinkPhotos(photos);
  var sender = document.querySelector('[data-send]');
  if (sender) {
    var text = sender.textContent;
    sender.form.addEventListener('submit', function () { sender.textContent = say('Mengirim…', 'Sending…'); });
    window.addEventListener('pageshow', function () { sender.textContent = text; });
  }
})();
`;

/** Another address for another script: each is fetched once. */
export const SCRIPT_PATH = `/lapor/halaman.js?v=${createHash('sha256').update(PAGE_SCRIPT).digest('hex').slice(0, 12)}`;
