using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Questions;
using Simulator.Inference.Tests.Models;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Execution;

public sealed class InferenceEngineTests : IDisposable
{
    private static readonly FixedPointTensor Window = VolatilityQuestions.WindowOf(new Draw(1, 2)).Numbers[0];

    private readonly InferenceEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void An_answer_names_the_model_the_input_and_the_profile_it_rests_on()
    {
        TensorSet question = new(Window);

        InferenceAnswer answer = engine.Run(ShippedModel.Volatility, question, ExecutionProfile.Default);

        Assert.Equal(ShippedModel.Volatility.Sha256, answer.Key.Model);
        Assert.Equal(question.Hash(), answer.Key.Input);
        Assert.Equal("cpu-all-1", answer.Key.Profile.ToString());
    }

    [Fact]
    public void Outputs_are_rounded_to_the_decimals_the_model_declares()
    {
        TensorSet outputs = Completed(new TensorSet(Window));

        Assert.Equal(["volatility", "value_at_risk_95"], outputs.Numbers.Select(output => output.Name));
        Assert.All(outputs.Numbers, output => Assert.Equal([1u, 1u], output.Shape));
        Assert.All(outputs.Numbers, output => Assert.InRange(output.Values[0].Decimals, 1, 6));
    }

    [Fact]
    public void A_batch_gives_what_its_windows_give_alone()
    {
        FixedPointTensor other = VolatilityQuestions.WindowOf(new Draw(3, 4)).Numbers[0];
        FixedPointTensor both = new("returns", [.. Window.Values, .. other.Values], [2, 32]);

        FixedPoint[] together = Completed(new TensorSet(both)).Number("volatility")!.Values;

        Assert.Equal(Completed(new TensorSet(Window)).Number("volatility")!.Values[0], together[0]);
        Assert.Equal(Completed(new TensorSet(other)).Number("volatility")!.Values[0], together[1]);
    }

    public static TheoryData<InferenceRefusal, TensorSet> Questions { get; } = new()
    {
        { InferenceRefusal.MissingInput, new TensorSet() },
        { InferenceRefusal.UnknownInput, new TensorSet(Window, Window with { Name = "extra" }) },
        { InferenceRefusal.UnknownInput, new TensorSet(Window with { Name = "Returns" }) },
        { InferenceRefusal.DuplicateInput, new TensorSet(Window, Window) },
        { InferenceRefusal.WrongShape, new TensorSet(Window with { Shape = [32] }) },
        { InferenceRefusal.WrongShape, new TensorSet(Window with { Shape = [1, 31] }) },
        { InferenceRefusal.WrongShape, new TensorSet(Window with { Shape = [2, 32] }) },
        { InferenceRefusal.WrongShape, new TensorSet(Window with { Shape = [] }) },
        { InferenceRefusal.WrongShape, new TensorSet(new FixedPointTensor("returns", [], [0, 32])) },
        { InferenceRefusal.WrongShape, new TensorSet(Window with { Shape = [uint.MaxValue, uint.MaxValue] }) },
        { InferenceRefusal.WrongType, new TensorSet([], [new StringTensor("returns", ["1"], [1])]) },
        { InferenceRefusal.DecimalsOutOfRange, new TensorSet(With(new FixedPoint(1, 19))) },
        { InferenceRefusal.DecimalsOutOfRange, new TensorSet(With(new FixedPoint(1, -1))) },
        { InferenceRefusal.DecimalsOutOfRange, new TensorSet(With(new FixedPoint(1, int.MaxValue))) },
        { InferenceRefusal.TooLarge, new TensorSet(Enumerable.Repeat(Window, 65).ToArray()) },
        { InferenceRefusal.TooLarge, new TensorSet(Window with { Shape = [1, 1, 1, 1, 1, 1, 1, 1, 32] }) },
        { InferenceRefusal.TooLarge, new TensorSet(Window with { Values = new FixedPoint[(1 << 20) + 1] }) },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_the_model_cannot_take_is_refused_by_name(InferenceRefusal expected, TensorSet question)
    {
        InferenceOutcome.Refused refused = Refused(Ask(question));

        Assert.Equal(expected, refused.Reason);
        Assert.NotEmpty(refused.Detail);
    }

    [Fact]
    public void Returns_as_large_as_int128_give_a_number_or_a_named_refusal()
    {
        FixedPoint[] extreme = [.. Enumerable.Repeat(new FixedPoint(Int128.MaxValue, 0), 32)];

        InferenceOutcome.Refused refused = Refused(Ask(new TensorSet(Window with { Values = extreme })));

        Assert.Equal(InferenceRefusal.OutputNotFinite, refused.Reason);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 8, 8 })]
    public void A_file_that_is_no_model_is_refused_and_never_thrown_at_the_caller(byte[] file)
    {
        InferenceAnswer answer = engine.Run(ModelBlob.Of(file), new TensorSet(Window), ExecutionProfile.Default);

        Assert.Equal(InferenceRefusal.InvalidModel, Refused(answer).Reason);
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused()
    {
        byte[] whole = ShippedModel.Volatility.Content;
        for (int length = 0; length < whole.Length; length += 97)
        {
            ModelBlob cut = ModelBlob.Of(whole[..length]);

            InferenceAnswer answer = engine.Run(cut, new TensorSet(Window), ExecutionProfile.Default);

            Assert.Equal(InferenceRefusal.InvalidModel, Refused(answer).Reason);
        }
    }

    [Fact]
    public void One_thread_and_eight_give_the_same_answers()
    {
        Draw[] draws = [.. Enumerable.Range(0, 400).Select(i => new Draw((ulong)i, 9))];
        TensorSet[] questions = Array.ConvertAll(draws, VolatilityQuestions.WindowOf);
        InferenceAnswer[] alone = Array.ConvertAll(questions, Ask);

        // A new engine, so that the eight also race to open the session.
        using InferenceEngine shared = new();
        InferenceAnswer[] together = new InferenceAnswer[questions.Length];
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(part => new Thread(() =>
        {
            for (int i = part; i < questions.Length; i += 8)
            {
                together[i] = shared.Run(ShippedModel.Volatility, questions[i], ExecutionProfile.Default);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(alone.Select(HashOf), together.Select(HashOf));
    }

    [Fact]
    public void A_model_describes_its_inputs_and_outputs()
    {
        ModelSignature signature = engine.Describe(ShippedModel.Volatility).Signature!;

        Assert.Equal(["returns"], signature.Inputs.Select(input => input.Name));
        Assert.Equal("float[?,32]", signature.Inputs[0].ToString());
        Assert.Equal(["double[?,1]", "double[?,1]"], signature.Outputs.Select(output => output.ToString()));
        Assert.Equal([6, 6], signature.Outputs.Select(output => output.Decimals));
        Assert.Equal("1.2", signature.Metadata["version"]);
    }

    private static FixedPointTensor With(FixedPoint first) => Window with { Values = [first, .. Window.Values[1..]] };

    private static InferenceOutcome.Refused Refused(InferenceAnswer answer) =>
        Assert.IsType<InferenceOutcome.Refused>(answer.Outcome);

    private static string HashOf(InferenceAnswer answer) =>
        Assert.IsType<InferenceOutcome.Completed>(answer.Outcome).Outputs.Hash().ToString();

    private InferenceAnswer Ask(TensorSet question) =>
        engine.Run(ShippedModel.Volatility, question, ExecutionProfile.Default);

    private TensorSet Completed(TensorSet question) =>
        Assert.IsType<InferenceOutcome.Completed>(Ask(question).Outcome).Outputs;
}
