using Simulator.Inference.Catalogue;

namespace Simulator.Inference.Tests.Models;

/// <summary>The shipped models, read once for all tests.</summary>
internal static class ShippedModel
{
    private static readonly ModelStore Store = ModelStore.Shipped();

    public static ModelBlob Volatility { get; } = Of("volatility@1.2");

    public static ModelBlob Of(string reference) => Assert.IsType<ModelLookup.Found>(Store.Find(reference)).Blob;
}
