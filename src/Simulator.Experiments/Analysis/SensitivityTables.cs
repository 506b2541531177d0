using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Which varied keys matter to which figures, from designs made for that question.</summary>
internal static class SensitivityTables
{
    /// <summary>One table for every figure that varies; none for designs that were not made for it.</summary>
    public static IReadOnlyList<FigureSensitivity> Of(ArmList list, IReadOnlyList<ArmSummary> arms, ulong seed)
    {
        if (list.Points is not (SaltelliDesign or MorrisDesign))
        {
            return [];
        }

        string[] keys = [.. arms[0].Values.Select(value => value.Key)];
        List<FigureSensitivity> tables = [];
        for (int figure = 0; figure < arms[0].Figures.Count; figure++)
        {
            double[] outputs = [.. arms.Select(arm => arm.Figures[figure].Estimate?.Value ?? double.NaN)];
            KeyedRandom random = UnitPoints.Random(seed, arms[0].Figures[figure].Name);
            IReadOnlyList<KeySensitivity> found = list.Points switch
            {
                SaltelliDesign sobol => Of(keys, SobolIndices.Of(sobol, outputs, random)),
                MorrisDesign morris => Of(keys, MorrisEffects.Of(morris, outputs, random)),
                _ => throw Invariant.Unreachable(list.Points),
            };
            if (found.Count > 0)
            {
                tables.Add(new FigureSensitivity(arms[0].Figures[figure].Name, arms[0].Figures[figure].Unit, found));
            }
        }

        return tables;
    }

    private static IReadOnlyList<KeySensitivity> Of(string[] keys, SobolIndices? indices) => indices is null
        ? []
        : [.. indices.Factors.Select((index, key) => new KeySensitivity(
            keys[key], [("first", Rounding.Twelve(index.First)), ("total", Rounding.Twelve(index.Total))]))];

    private static IReadOnlyList<KeySensitivity> Of(string[] keys, IReadOnlyList<MorrisEffect> effects) =>
        effects.All(effect => effect.MeanAbsolute.Value == 0)
            ? []
            : [.. effects.Select((effect, key) => new KeySensitivity(
                keys[key],
                [
                    ("mean_absolute", Rounding.Twelve(effect.MeanAbsolute)),
                    ("mean", Rounding.Twelve(effect.Mean)),
                    ("deviation", Rounding.Twelve(effect.Deviation)),
                ]))];
}
