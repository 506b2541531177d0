namespace Simulator.Inference.Catalogue;

/// <summary>The catalogue's convention: <c>NAME-int8@VERSION</c> is the 8-bit variant of <c>NAME@VERSION</c>.</summary>
public static class EightBitVariants
{
    private const string Suffix = "-int8";

    /// <summary>Whether a model is the variant of another.</summary>
    public static bool IsVariant(ModelReference model) => model.Name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Name of a model's variant, whether or not there is one.</summary>
    /// <param name="model"><c>NAME@VERSION</c>.</param>
    public static string NameOf(string model) => model.Replace("@", Suffix + "@", StringComparison.Ordinal);
}
