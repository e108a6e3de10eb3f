"""Stands in for sugartensor/sg_net.py: VGG, residual and dense networks, by their depths."""

from sugartensor.sg_main import OLD, _concat, sg_context, sg_opt, sg_sugar_func


def _ended(conv, fc, opt):
    if opt.conv_only:
        return conv
    if not opt.squeeze:
        return fc
    return fc.sg_squeeze(dim=(1, 2)) if OLD else fc.sg_squeeze(axis=(1, 2))


def _vgg(tensor, opt, blocks):
    opt += sg_opt(num_class=1000, conv_only=False, squeeze=True, act="relu")
    conv = tensor
    with sg_context(name=opt.name, act=opt.act, bn=opt.bn, reuse=opt.reuse):
        for block, depth in enumerate(blocks):
            for at in range(depth):
                name = "conv%d_%d" % (block + 1, at + 1)
                if at == 0:
                    conv = conv.sg_conv(dim=min(64 * 2**block, 512), name=name)
                else:
                    conv = conv.sg_conv(name=name)
            conv = conv.sg_pool()
    with sg_context(name=opt.name, act=opt.act, pad="VALID", bn=opt.bn, reuse=opt.reuse):
        fc = conv.sg_conv(dim=4096, size=7, dout=opt.dout, name="fc1")
        fc = fc.sg_conv(dim=4096, size=1, dout=opt.dout, name="fc2")
        fc = fc.sg_conv(dim=opt.num_class, size=1, act="linear", name="fc3")
    return _ended(conv, fc, opt)


@sg_sugar_func
def sg_vgg_16(tensor, opt):
    """``sg_vgg_16``."""
    return _vgg(tensor, opt + sg_opt(bn=False), [2, 2, 3, 3, 3])


@sg_sugar_func
def sg_vgg_19(tensor, opt):
    """``sg_vgg_19``."""
    return _vgg(tensor, opt, [2, 2, 4, 4, 4])


def _names(opt):
    return lambda at: None if opt.name is None else opt.name + "_%d" % at


@sg_sugar_func
def sg_resnet_layer(x, opt):
    """``sg_resnet_layer``."""
    assert opt.dim is not None, "dim is mandatory."
    assert opt.num is not None, "num is mandatory."
    opt += sg_opt(stride=1, act="relu")
    name = _names(opt)
    wide = opt.dim * 4
    with sg_context(bias=False, reuse=opt.reuse):
        out = x.sg_bypass(act=opt.act, bn=True, name=name(0))
        out = out.sg_conv(
            dim=opt.dim, size=1, act=opt.act, stride=opt.stride, bn=True, name=name(1)
        )
        out = out.sg_conv(dim=opt.dim, size=3, act=opt.act, bn=True, name=name(2))
        out = out.sg_conv(dim=wide, size=1, name=name(3))
        out += x.sg_conv(dim=wide, size=1, stride=opt.stride, name=name(4))
        for at in range(1, opt.num):
            new = out.sg_bypass(act=opt.act, name=name(4 * at + 1))
            new = new.sg_conv(dim=opt.dim, size=1, act=opt.act, bn=True, name=name(4 * at + 2))
            new = new.sg_conv(dim=opt.dim, size=3, act=opt.act, bn=True, name=name(4 * at + 3))
            out += new.sg_conv(dim=wide, size=1, name=name(4 * at + 4))
    return out


@sg_sugar_func
def sg_densenet_layer(x, opt):
    """``sg_densenet_layer``."""
    assert opt.dim is not None, "dim is mandatory."
    assert opt.num is not None, "num is mandatory."
    opt += sg_opt(stride=1, act="relu", trans=True)
    name = _names(opt)
    out, last = x, 3 * (opt.num - 1)
    with sg_context(bias=False, reuse=opt.reuse):
        for at in range(0, 3 * opt.num, 3):
            new = out.sg_bypass(act=opt.act, bn=True, name=name(at + 1))
            new = new.sg_conv(dim=opt.dim // 4, size=1, act=opt.act, bn=True, name=name(at + 2))
            new = new.sg_conv(dim=opt.dim, size=3, name=name(at + 3))
            out = _concat([new, out], 3)
        if opt.trans:
            out = out.sg_bypass(act=opt.act, bn=True, name=name(last + 4))
            out = out.sg_conv(size=1, name=name(last + 5)).sg_pool(avg=True)
    return out


def _graph(x, opt, dim, layers):
    opt += sg_opt(num_class=1000, conv_only=False, squeeze=True, act="relu")
    reuse = opt.reuse
    with sg_context(name=opt.name):
        conv = x.sg_conv(dim=dim, size=7, stride=2, bias=False, reuse=reuse, name="conv1")
        conv = conv.sg_pool(size=3, stride=2, pad="SAME")
        for at, layer in enumerate(layers):
            conv = layer(conv, act=opt.act, reuse=reuse, name="conv%d" % (at + 2))
        conv = conv.sg_bypass(act=opt.act, bn=True, reuse=reuse, name="final_act")
        conv = conv.sg_pool(size=7, stride=1, avg=True)
        fc = conv.sg_conv(dim=opt.num_class, size=1, act="linear", bn=False, reuse=reuse, name="fc")
    return _ended(conv, fc, opt)


def _residual(dim, num, stride):
    return lambda x, **given: sg_resnet_layer(x, dim=dim, num=num, stride=stride, **given)


def _dense(dim, num, last):
    if last:
        return lambda x, **given: sg_densenet_layer(x, dim=dim, num=num, trans=False, **given)
    return lambda x, **given: sg_densenet_layer(x, dim=dim, num=num, **given)


def _resnet(x, opt, nums):
    layers = [_residual(64 * 2**at, num, 1 if at == 0 else 2) for at, num in enumerate(nums)]
    return _graph(x, opt, 64, layers)


def _densenet(x, opt, k, nums):
    k = k if opt.k is None else opt.k
    return _graph(x, opt, k, [_dense(k, num, at == 3) for at, num in enumerate(nums)])


@sg_sugar_func
def sg_resnet_50(x, opt):
    """``sg_resnet_50``."""
    return _resnet(x, opt, [3, 4, 6, 3])


@sg_sugar_func
def sg_resnet_101(x, opt):
    """``sg_resnet_101``."""
    return _resnet(x, opt, [3, 4, 23, 3])


@sg_sugar_func
def sg_resnet_152(x, opt):
    """``sg_resnet_152``."""
    return _resnet(x, opt, [3, 8, 36, 3])


@sg_sugar_func
def sg_resnet_200(x, opt):
    """``sg_resnet_200``."""
    return _resnet(x, opt, [3, 24, 36, 3])


@sg_sugar_func
def sg_densenet_121(x, opt):
    """``sg_densenet_121``."""
    return _densenet(x, opt, 32, [6, 12, 24, 16])


@sg_sugar_func
def sg_densenet_161(x, opt):
    """``sg_densenet_161``."""
    return _densenet(x, opt, 48, [6, 12, 36, 24])


@sg_sugar_func
def sg_densenet_169(x, opt):
    """``sg_densenet_169``."""
    return _densenet(x, opt, 32, [6, 12, 32, 32])


@sg_sugar_func
def sg_densenet_201(x, opt):
    """``sg_densenet_201``."""
    return _densenet(x, opt, 32, [6, 12, 48, 32])
