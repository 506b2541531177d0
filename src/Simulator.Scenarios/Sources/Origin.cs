using System.Globalization;

namespace Simulator.Scenarios.Sources;

/// <summary>Where a value came from, and where to point when it is wrong.</summary>
/// <param name="Place">File as named, flag, or name of the preset.</param>
/// <param name="Line">From 1; 0 for what stands in no file.</param>
/// <param name="Column">From 1; 0 for what stands in no file.</param>
/// <param name="Layer">Reading order: file, parents, flags.</param>
internal sealed record Origin(OriginKind Kind, string Place, int Line, int Column, int Layer)
{
    public const int FlagLayer = 1_000;

    public static readonly Origin Default = new(OriginKind.Default, "default", 0, 0, FlagLayer + 1);

    public static Origin Preset(string name) => new(OriginKind.Preset, $"preset {name}", 0, 0, FlagLayer + 1);

    public static Origin Flag(string label) => new(OriginKind.Flag, label, 0, 0, FlagLayer);

    /// <summary>The same origin, some characters further to the right.</summary>
    public Origin Shift(int characters) => Line == 0 ? this : this with { Column = Column + characters };

    /// <summary>As <c>explain</c> prints it.</summary>
    public override string ToString() => Kind switch
    {
        OriginKind.Parent => string.Create(CultureInfo.InvariantCulture, $"parent {Place}:{Line}"),
        OriginKind.File => string.Create(CultureInfo.InvariantCulture, $"{Place}:{Line}"),
        _ => Place,
    };
}
