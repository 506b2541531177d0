using Simulator.Inference.Questions;
using Simulator.Primitives;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Users;

/// <summary>Asks the volatility model about windows of returns as a market might have produced them.</summary>
public sealed class VolatilityTrader(string model) : IQuestions
{
    public string Model => model;

    public byte[] Compose(KeyedRandom random, DrawPurpose purpose, int attempt) =>
        new MlInferenceRequest(model, VolatilityQuestions.WindowOf(random.Draw(purpose, (ulong)attempt))).CanonicalBytes();
}
