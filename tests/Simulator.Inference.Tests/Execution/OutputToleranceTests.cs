using Simulator.Inference.Comparison;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Execution;

/// <summary>Two executions agree when every number is within the tolerance, and never when their forms differ.</summary>
public sealed class OutputToleranceTests
{
    private static readonly OutputTolerance Percent = new(0, 0.01);

    [Theory]
    [InlineData(1.0, 1.0, true, true)]
    [InlineData(1.0, 1.009, false, true)]
    [InlineData(1.0, 1.02, false, false)]
    [InlineData(-1.0, 1.0, false, false)]
    [InlineData(0.0, 0.0, true, true)]
    [InlineData(0.0, 0.001, false, false)]
    public void Exactly_or_within_a_share(float left, float right, bool exact, bool percent)
    {
        Assert.Equal(exact, OutputTolerance.Exact.Accepts(Of(left), Of(right)));
        Assert.Equal(percent, Percent.Accepts(Of(left), Of(right)));
        Assert.Equal(percent, Percent.Accepts(Of(left).ToCanonicalText(), Of(right).ToCanonicalText()));
        Assert.Equal(percent, Percent.Accepts(Of(right), Of(left)));
        Assert.Equal(percent, OutputTolerance.RelativeDistance(Of(left), Of(right)) <= 0.01);
    }

    [Fact]
    public void An_absolute_part_lets_small_numbers_differ() =>
        Assert.True(new OutputTolerance(0.002, 0).Accepts(Of(0f), Of(0.001f)));

    [Fact]
    public void Other_forms_never_agree()
    {
        OutputTolerance any = new(double.MaxValue, 1);

        Assert.False(any.Accepts(Of(1f), Of(1f, 1f)));
        Assert.False(any.Accepts(Of(1f), new TensorSet(FixedPointTensor.Of("other", [1f], 1, 1))));
        Assert.False(any.Accepts("a text", "another"));
        Assert.True(any.Accepts("a text", "a text"));
        Assert.Equal(double.PositiveInfinity, OutputTolerance.RelativeDistance(Of(1f), Of(1f, 1f)));
    }

    private static TensorSet Of(params float[] values) => new(FixedPointTensor.Of("out", values, 1, (uint)values.Length));
}
