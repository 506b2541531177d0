using FsCheck;
using FsCheck.Fluent;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Hub;
using Simulator.Inference.Tests.Models;

namespace Simulator.Inference.Tests.Hub;

/// <summary>Whatever the network could not run is refused before it is published, and by name.</summary>
public sealed class OnnxCheckTests
{
    [Fact]
    public void An_accepted_file_says_what_it_is_made_of()
    {
        OnnxVerdict verdict = OnnxCheck.Open(ShippedModel.Volatility);

        OnnxReport report = Assert.IsType<OnnxVerdict.Accepted>(verdict).Report;
        Assert.Equal(8, report.IrVersion);
        Assert.Equal(13, report.Opsets[""]);
        Assert.Equal(3, report.Operators["MatMul"]);
        Assert.Equal("returns float[?,32]", Assert.Single(report.Inputs).ToString());
        Assert.Equal(
            ["volatility double[?,1]", "value_at_risk_95 double[?,1]"], report.Outputs.Select(output => output.ToString()));
    }

    [Fact]
    public void What_the_file_says_is_what_the_runtime_says()
    {
        using InferenceEngine engine = new();
        OnnxReport report = Assert.IsType<OnnxVerdict.Accepted>(OnnxCheck.Read(ShippedModel.Volatility.Content)).Report;

        ModelSignature signature = engine.Describe(ShippedModel.Volatility).Signature!;

        Assert.Equal(signature.Inputs.Select(input => $"{input.Name} {input}"), report.Inputs.Select(input => input.ToString()));
        Assert.Equal(signature.Outputs.Select(output => $"{output.Name} {output}"), report.Outputs.Select(output => output.ToString()));
    }

    [Fact]
    public void A_sound_model_passes() => Assert.IsType<OnnxVerdict.Accepted>(Open(new HubModel()));

    [Fact]
    public void Free_dimensions_are_carried() =>
        Assert.IsType<OnnxVerdict.Accepted>(Open(new HubModel { Input = [-1, 3], Output = [-1, 3] }));

    [Fact]
    public void Each_flaw_has_its_name()
    {
        (HubModel Model, HubRefusal Reason)[] flaws =
        [
            (new HubModel { Opset = null }, HubRefusal.OpsetMissing),
            (new HubModel { Opset = 6 }, HubRefusal.OpsetUnsupported),
            (new HubModel { Opset = 900 }, HubRefusal.OpsetUnsupported),
            (new HubModel { IrVersion = 99 }, HubRefusal.IrVersionUnsupported),
            (new HubModel { Operator = "Absolute" }, HubRefusal.OperatorUnknown),
            (new HubModel { Domain = "acme" }, HubRefusal.OperatorUnknown),
            (new HubModel { ElementType = 8 }, HubRefusal.TypeUnsupported),
            (new HubModel { ElementType = 10 }, HubRefusal.TypeUnsupported),
            (new HubModel { ElementType = 999 }, HubRefusal.TypeUnsupported),
            (new HubModel { Input = null }, HubRefusal.ShapeDynamicUnsupported),
            (new HubModel { Input = [1, 1, 1, 1, 1, 1, 1, 1, 1] }, HubRefusal.TensorTooLarge),
            (new HubModel { Input = [1025, 1024] }, HubRefusal.TensorTooLarge),
            (new HubModel { Output = [int.MaxValue, int.MaxValue] }, HubRefusal.TensorTooLarge),
            (new HubModel { Inputs = 65 }, HubRefusal.TensorTooLarge),
            (new HubModel { Inputs = 0 }, HubRefusal.RuntimeRefused),
        ];

        Assert.All(flaws, flaw =>
        {
            OnnxVerdict.Refused refused = Assert.IsType<OnnxVerdict.Refused>(Open(flaw.Model));
            Assert.True(flaw.Reason == refused.Reason, $"{flaw.Model}: {refused}");
            Assert.NotEmpty(refused.Detail);
        });
    }

    [Fact]
    public void Weights_in_other_files_are_refused()
    {
        byte[] external = [0x08, 8, 0x42, 2, 0x10, 13, 0x3A, 4, 0x2A, 2, 0x70, 1];

        Assert.Equal(HubRefusal.ExternalDataRefused, Assert.IsType<OnnxVerdict.Refused>(OnnxCheck.Read(external)).Reason);
    }

    [Fact]
    public void Every_beginning_of_a_model_is_truncated_empty_or_lacks_what_comes_later()
    {
        byte[] whole = new HubModel().ToBytes();
        HubRefusal[] allowed =
            [HubRefusal.EmptyFile, HubRefusal.Truncated, HubRefusal.NotOnnx, HubRefusal.OpsetMissing, HubRefusal.OpsetUnsupported];

        Assert.All(Enumerable.Range(0, whole.Length), length =>
            Assert.Contains(Assert.IsType<OnnxVerdict.Refused>(OnnxCheck.Read(whole.AsSpan(0, length))).Reason, allowed));
        byte[] shipped = ShippedModel.Volatility.Content;
        Assert.Equal(
            HubRefusal.Truncated,
            Assert.IsType<OnnxVerdict.Refused>(OnnxCheck.Read(shipped.AsSpan(0, shipped.Length / 2))).Reason);
    }

    [Fact]
    public void No_bytes_make_the_check_throw()
    {
        Prop.ForAll<byte[]>(bytes => OnnxCheck.Read(bytes) is not null).QuickCheckThrowOnFailure();
        byte[] sound = new HubModel().ToBytes();
        Assert.All(Enumerable.Range(0, sound.Length), position =>
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] changed = [.. sound];
                changed[position] = (byte)value;
                Assert.NotNull(OnnxCheck.Read(changed));
            }
        });
    }

    [Fact]
    public void Every_refusal_has_a_name_of_its_own()
    {
        string[] names = [.. Enum.GetValues<HubRefusal>().Skip(1).Select(HubRefusals.NameOf)];

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]+(_[a-z]+)*$", name));
    }

    private static OnnxVerdict Open(HubModel model) => OnnxCheck.Open(ModelBlob.Of(model.ToBytes()));
}
