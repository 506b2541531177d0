using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Tests.Models;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Execution;

public sealed class ElementTypeTests
{
    [Theory]
    [InlineData(TensorElementType.Int8, "-128", "127")]
    [InlineData(TensorElementType.Int16, "-32768", "32767")]
    [InlineData(TensorElementType.Int32, "-2147483648", "2147483647")]
    [InlineData(TensorElementType.Int64, "-9223372036854775808", "9223372036854775807")]
    [InlineData(TensorElementType.UInt8, "0", "255")]
    [InlineData(TensorElementType.UInt16, "0", "65535")]
    [InlineData(TensorElementType.UInt32, "0", "4294967295")]
    [InlineData(TensorElementType.UInt64, "0", "18446744073709551615")]
    public void Integers_pass_exactly_to_both_ends_of_their_type_and_no_further(
        TensorElementType type, string least, string most)
    {
        ModelBlob identity = TinyModel.Of("Identity", type, type);
        Int128 above = Number(most).Value + 1;

        Assert.Equal([Number(least), Number(most)], Answer(identity, Number(least), Number(most)));
        Assert.Equal(InferenceRefusal.ValueOutOfRange, Refusal(identity, Number(least), new FixedPoint(above, 0)));
        Assert.Equal(InferenceRefusal.WrongType, Refusal(identity, Number("0.5"), Number("1")));
        Assert.Equal([Number("1"), Number("2")], Answer(identity, new FixedPoint(10, 1), new FixedPoint(2000, 3)));
    }

    [Theory]
    [InlineData(TensorElementType.Float)]
    [InlineData(TensorElementType.Double)]
    public void Fractions_are_rounded_to_four_decimals_where_the_model_declares_none(TensorElementType type) =>
        Assert.Equal(
            [Number("1.2346"), Number("-0.5")],
            Answer(TinyModel.Of("Identity", type, type), Number("1.23456"), Number("-0.5")));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void An_infinite_or_undefined_output_is_refused_by_name(string value) =>
        Assert.Equal(
            InferenceRefusal.OutputNotFinite,
            Refusal(TinyModel.Of("Log", TensorElementType.Float, TensorElementType.Float), Number("1"), Number(value)));

    [Fact]
    public void Types_the_network_cannot_carry_are_refused_by_name()
    {
        byte[] toBool = TinyModel.To(TensorElementType.Bool);
        ModelBlob answersBool = TinyModel.Of("Cast", TensorElementType.Float, TensorElementType.Bool, toBool);
        ModelBlob asksBool = TinyModel.Of("Identity", TensorElementType.Bool, TensorElementType.Bool);

        Assert.Equal(InferenceRefusal.UnsupportedType, Refusal(answersBool, Number("1"), Number("0")));
        Assert.Equal(InferenceRefusal.UnsupportedType, Refusal(asksBool, Number("1"), Number("0")));
    }

    [Fact]
    public void An_operator_nobody_knows_makes_the_model_invalid() =>
        Assert.Equal(
            InferenceRefusal.InvalidModel,
            Refusal(TinyModel.Of("Guess", TensorElementType.Float, TensorElementType.Float), Number("1"), Number("0")));

    [Fact]
    public void A_model_whose_weights_lie_in_another_file_is_not_opened()
    {
        // An attribute with a tensor (field 5) whose data_location (field 14) is EXTERNAL.
        byte[] external = TinyModel.Field(5, TinyModel.Field(5, [0x70, 1]));
        ModelBlob model = TinyModel.Of("Identity", TensorElementType.Float, TensorElementType.Float, external);

        Assert.Equal(InferenceRefusal.InvalidModel, Refusal(model, Number("1"), Number("0")));
    }

    private static FixedPoint Number(string text)
    {
        Assert.True(FixedPoint.TryParse(text, out FixedPoint number));
        return number;
    }

    private static FixedPoint[] Answer(ModelBlob model, FixedPoint first, FixedPoint second) =>
        Assert.IsType<InferenceOutcome.Completed>(Run(model, first, second)).Outputs.Number("y")!.Values;

    private static InferenceRefusal Refusal(ModelBlob model, FixedPoint first, FixedPoint second) =>
        Assert.IsType<InferenceOutcome.Refused>(Run(model, first, second)).Reason;

    private static InferenceOutcome Run(ModelBlob model, FixedPoint first, FixedPoint second)
    {
        using InferenceEngine engine = new();
        TensorSet question = new(new FixedPointTensor("x", [first, second], [2]));
        return engine.Run(model, question, ExecutionProfile.Default).Outcome;
    }
}
