using Simulator.Inference.Catalogue;

namespace Simulator.Inference.Tests.Models;

/// <summary>The shipped volatility model, read once for all tests.</summary>
internal static class ShippedModel
{
    public static ModelBlob Volatility { get; } = Assert.IsType<ModelLookup.Found>(ModelStore.Shipped().Find("volatility@1.2")).Blob;
}
