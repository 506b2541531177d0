using Simulator.Actors.Users;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>What a group asks, whomever it asks: tensors or texts, as its model takes them.</summary>
internal static class AskedQuestions
{
    /// <param name="asks">The group's; its model is in the store.</param>
    /// <param name="models">All models of the world.</param>
    public static IQuestions Of(AskSettings asks, ModelStore models) =>
        ((ModelLookup.Found)models.Find(asks.Model)).Blob.Text is null
            ? new VolatilityTrader(asks.Model)
            : new ChatUser(asks.Model, asks.MaxTokens);
}
