import type { Text } from '../text.ts';

/** What reading other people's weights says: where they come from and what they are. Placeholders follow ICU. */
export const importMessages = {
  // Where they come from
  'import.cut-short': {
    en: '{file} ends too early: it is cut short. Get it anew.',
    zh: '{file} 过早结束：文件不完整。请重新获取。',
  },
  'import.cut-short-at': {
    en: '{file} ends after {size} bytes, too early: it is cut short. Get it anew.',
    zh: '{file} 在 {size} 字节后过早结束：文件不完整。请重新获取。',
  },
  'import.cancelled': {
    en: 'Reading {file} was cancelled.',
    zh: '已取消读取 {file}。',
  },
  'import.moved': {
    en: '{file} could not be read any more: it was moved, changed or deleted since it was chosen.',
    zh: '{file} 已无法读取：选择之后它被移动、更改或删除了。',
  },
  'import.url': {
    en: '“{url}” is no address of a file on the web. It begins with https:// or http:// and holds no password.',
    zh: '“{url}”不是网络文件的地址。地址应以 https:// 或 http:// 开头，且不含密码。',
  },
  'import.not-found': {
    en: '{host} has no {file}. Check the address.',
    zh: '{host} 上没有 {file}。请检查地址。',
  },
  'import.forbidden': {
    en: '{host} does not give {file} to everybody. Download it with your browser, and open the file.',
    zh: '{host} 不公开提供 {file}。请用浏览器下载后打开该文件。',
  },
  'import.server-status': {
    en: '{host} did not give {file}: it answered {status}. Try again later.',
    zh: '{host} 未能提供 {file}：它的回应为 {status}。请稍后再试。',
  },
  'import.web-page': {
    en: '{host} sent a web page in place of {file}. Take the address that downloads the file itself.',
    zh: '{host} 发来的是网页，而不是 {file}。请使用直接下载该文件的地址。',
  },
  'import.unreachable': {
    en: '{file} could not be fetched: {host} cannot be reached, or does not let pages read it.',
    zh: '无法获取 {file}：无法连接 {host}，或它不允许网页读取该文件。',
  },
  'import.redirects': {
    en: '{file} could not be fetched: {host} refers from one address to the next without end.',
    zh: '无法获取 {file}：{host} 不断地从一个地址转向另一个地址。',
  },
  'import.broke-off': {
    en: 'The connection to {host} broke off while {file} was read.',
    zh: '读取 {file} 时，与 {host} 的连接中断。',
  },
  'import.stalled': {
    en: '{host} sent nothing of {file} for {seconds} seconds, so reading it was given up.',
    zh: '{host} 已有 {seconds} 秒没有发送 {file} 的任何内容，因此放弃读取。',
  },
  'import.changed': {
    en: '{file} was changed on {host} while it was read. Read it anew.',
    zh: '读取期间 {file} 在 {host} 上被更改。请重新读取。',
  },
  'import.range-differs': {
    en: '{host} sent another part of {file} than the one that it was asked for.',
    zh: '{host} 发来的不是所请求的 {file} 部分。',
  },

  // What they are
  'import.tensor-cut': { en: '{tensor} is not whole. {why}', zh: '{tensor} 不完整。{why}' },
  'import.all-zero': {
    en: 'The weights {tensor} in {file} are all zero: the file is damaged.',
    zh: '{file} 中的权重 {tensor} 全为零：文件已损坏。',
  },
  'import.no-convolutions': {
    en: '{file} has none of VGG’s convolutions: no weights are named like features.0.weight (torchvision) or conv1_1/kernel.',
    zh: '{file} 没有 VGG 的卷积层：没有名如 features.0.weight（torchvision）或 conv1_1/kernel 的权重。',
  },
  'import.unknown-layout': {
    en: '{file} is no file of weights that is read here: safetensors, Keras HDF5 (.h5), or a TensorFlow.js model.json with its folder.',
    zh: '{file} 不是此处可读取的权重文件：可用 safetensors、Keras HDF5（.h5），或带有文件夹的 TensorFlow.js model.json。',
  },
  'import.archive': {
    en: '{file} is an archive, as .pth and .keras files are, which may hold programs and is not opened here. Save the weights as safetensors or .h5.',
    zh: '{file} 是归档文件（如 .pth 和 .keras），其中可能含有程序，此处不予打开。请把权重另存为 safetensors 或 .h5。',
  },
  'import.needs-folder': {
    en: '{file} names other files, which hold the weights. Open the folder that it lies in.',
    zh: '{file} 指向存有权重的其他文件。请打开它所在的文件夹。',
  },
  'import.preprocessing-unknown': {
    en: '{file} does not say how a picture is prepared for it. State its preprocessing.',
    zh: '{file} 没有说明如何为其准备图像。请指定预处理方式。',
  },
  'import.no-memory': {
    en: 'There is not enough memory to read {file}.',
    zh: '内存不足，无法读取 {file}。',
  },
  'import.batch-norm': {
    en: '{file} is a VGG with batch normalisation (it has {tensor}), which is another network. Take the one without.',
    zh: '{file} 是带批归一化的 VGG（含有 {tensor}），属于另一种网络。请使用不带批归一化的版本。',
  },
  'import.foreign-tensor': {
    en: '{file} has weights {tensor}, of a layer that VGG does not have.',
    zh: '{file} 含有权重 {tensor}，VGG 没有这样的层。',
  },

  // Safetensors
  'safetensors.header': {
    en: 'The header of {file} cannot be read: the file is damaged, or no safetensors file.',
    zh: '无法读取 {file} 的文件头：文件已损坏，或不是 safetensors 文件。',
  },
  'safetensors.entry': {
    en: 'The header of {file} does not say rightly what {tensor} is and where it lies: the file is damaged.',
    zh: '{file} 的文件头没有正确说明 {tensor} 是什么、位于何处：文件已损坏。',
  },
  'safetensors.length': {
    en: '{file} gives {tensor} {bytes} bytes, which is not what {shape} numbers of the type {dtype} take: the file is damaged.',
    zh: '{file} 给 {tensor} 分配了 {bytes} 字节，与 {shape} 个 {dtype} 类型数值不符：文件已损坏。',
  },
  'safetensors.overlap': {
    en: 'The header of {file} puts {tensor} where other weights lie already: the file is damaged.',
    zh: '{file} 的文件头把 {tensor} 放在了其他权重所在的位置：文件已损坏。',
  },
  'safetensors.gap': {
    en: 'The header of {file} leaves a gap before {tensor}: the file is damaged.',
    zh: '{file} 的文件头在 {tensor} 之前留有空隙：文件已损坏。',
  },
  'safetensors.cut': {
    en: '{file} ends {missing} bytes too early: {tensor} is not whole. Get it anew.',
    zh: '{file} 提前 {missing} 字节结束：{tensor} 不完整。请重新获取。',
  },
  'safetensors.trailing': {
    en: '{file} has {bytes} bytes more than its header says: the file is damaged.',
    zh: '{file} 比其文件头所述多出 {bytes} 字节：文件已损坏。',
  },
  'safetensors.dtype': {
    en: '{file} stores {tensor} as {dtype}. Weights may be F32, F16 or BF16.',
    zh: '{file} 以 {dtype} 存储 {tensor}。权重可以是 F32、F16 或 BF16。',
  },

  // HDF5
  'hdf5.unreadable': {
    en: '{file} is no HDF5 file that can be read: it is damaged, or cut short. Get it anew.',
    zh: '{file} 不是可读取的 HDF5 文件：它已损坏或不完整。请重新获取。',
  },
  'hdf5.library-missing': {
    en: '{file} was not opened: the program that reads HDF5 could not be loaded. Check the connection and try again.',
    zh: '未打开 {file}：无法加载读取 HDF5 的程序。请检查连接后重试。',
  },
  'hdf5.library-broken': {
    en: '{file} was not opened: the program that reads HDF5 has stumbled over a damaged file. Start Gramarye anew, then open it again.',
    zh: '未打开 {file}：读取 HDF5 的程序因损坏的文件而出错。请重新启动 Gramarye 后再打开。',
  },
  'hdf5.no-convolutions': {
    en: '{file} has none of VGG’s convolutions: nothing in it is named like block1_conv1 or layers/conv2d.',
    zh: '{file} 没有 VGG 的卷积层：其中没有名如 block1_conv1 或 layers/conv2d 的内容。',
  },
  'hdf5.no-vgg': {
    en: '{file} is no VGG: the number and widths of its convolutions are another network’s.',
    zh: '{file} 不是 VGG：其卷积层的数量和宽度属于另一种网络。',
  },
  'hdf5.two-networks': {
    en: '{file} holds more than one network. Save the VGG by itself.',
    zh: '{file} 含有不止一个网络。请单独保存 VGG。',
  },
  'hdf5.dtype': {
    en: '{file} stores {tensor} as {dtype}. Weights must be float32.',
    zh: '{file} 以 {dtype} 存储 {tensor}。权重必须是 float32。',
  },
} satisfies Record<string, Text>;
