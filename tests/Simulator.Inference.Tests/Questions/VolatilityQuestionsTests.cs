using Simulator.Inference.Questions;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Questions;

public sealed class VolatilityQuestionsTests
{
    private static readonly DrawPurpose Asks = new("asks");

    [Fact]
    public void The_same_draw_gives_the_same_question_on_every_machine() =>
        Assert.Equal(
            "8e27dbf38a402a45685b9c9547ec7b21c005b515ce49c915e66224e75d4dc04a",
            Question(1).Hash().ToBareString());

    [Fact]
    public void Every_question_has_the_shape_and_the_scale_of_a_market()
    {
        foreach (FixedPointTensor window in Enumerable.Range(0, 1_000).Select(i => Question((ulong)i).Numbers[0]))
        {
            double[] returns = Array.ConvertAll(window.Values, value => value.ToDouble());
            double deviation = Math.Sqrt(returns.Sum(value => value * value) / returns.Length);

            Assert.Equal("returns", window.Name);
            Assert.Equal([1u, 32u], window.Shape);
            Assert.All(window.Values, value => Assert.InRange(value.Decimals, 0, 6));
            Assert.InRange(deviation, 0.001, 0.2);
        }
    }

    [Fact]
    public void Different_draws_ask_different_questions() =>
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(i => Question((ulong)i).Hash()).Distinct().Count());

    private static TensorSet Question(ulong subject) =>
        VolatilityQuestions.WindowOf(new KeyedRandom(7, 0, "trader-1").Draw(Asks, subject));
}
