using System.Globalization;
using System.Text;
using Simulator.Statistics;

namespace Simulator.Experiments.Honesty;

/// <summary>The curves of one finding as an SVG: tolerance to the right, share judged wrongly upwards, on a log scale.</summary>
public static class HonestyChart
{
    private const int Width = 820;
    private const int Height = 400;
    private const int Left = 64;
    private const int Right = 236;
    private const int Top = 48;
    private const int Bottom = 52;

    // Told apart without colour too: by the order of the labels and by dashes.
    private static readonly (string Colour, string Dash)[] Strokes =
        [("#1b6ca8", "none"), ("#2a9d8f", "6 3"), ("#c1440e", "none"), ("#8d5a97", "2 3")];

    private static readonly (double Share, string Name)[] Shares =
        [(0, "0 %"), (1e-4, "0.01 %"), (1e-3, "0.1 %"), (1e-2, "1 %"), (1e-1, "10 %"), (1, "100 %")];

    public static string Of(HonestyFinding finding)
    {
        StringBuilder svg = new();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" font-size=\"12\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Width} {Height}\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        int questions = finding.Curves[^1].Distances.Count;
        Text(svg, Left, 22, $"Answers judged wrongly, {finding.Rounding}; n = {questions} questions");
        Axes(svg);
        for (int i = 0; i < finding.Curves.Count; i++)
        {
            Curve(svg, finding.Curves[i], Strokes[i % Strokes.Length], i);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Axes(StringBuilder svg)
    {
        foreach ((double share, string name) in Shares)
        {
            Line(svg, Left, Y(share), Width - Right, Y(share), "#ddd");
            Text(svg, Left - 50, Y(share) + 4, name);
        }

        for (int i = 0; i < HonestyFinding.Tolerances.Count; i += 2)
        {
            double tolerance = HonestyFinding.Tolerances[i];
            string name = tolerance == 0 ? "exact" : tolerance.ToString("0e-0", CultureInfo.InvariantCulture);
            Text(svg, X(i) - 12, Height - Bottom + 18, name);
        }

        Text(svg, Left, Height - 12, "relative tolerance of the comparison (steps of the study, not to scale)");
    }

    private static void Curve(StringBuilder svg, HonestyCurve curve, (string Colour, string Dash) stroke, int order)
    {
        Estimate[] shares = [.. HonestyFinding.Tolerances.Select(curve.Wrong)];
        for (int i = 0; i < shares.Length; i++)
        {
            Line(svg, X(i), Y(shares[i].Lower ?? 0), X(i), Y(shares[i].Upper ?? 1), stroke.Colour);
        }

        string style = $"fill=\"none\" stroke=\"{stroke.Colour}\" stroke-width=\"2\" stroke-dasharray=\"{stroke.Dash}\"";
        string points = string.Join(' ', shares.Select((share, i) => $"{X(i)},{Y(share.Value)}"));
        int y = Top + 14 + (order * 40);
        int left = Width - Right + 12;
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" {style}/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{left},{y} {left + 32},{y}\" {style}/>\n");
        Text(svg, left, y + 16, $"{(curve.Cheats ? "missed" : "slashed")}: {curve.Node}");
    }

    private static int X(int index) =>
        Left + (index * (Width - Left - Right) / (HonestyFinding.Tolerances.Count - 1));

    // Five equal steps: from nothing to one in ten thousand, then one for each power of ten.
    private static int Y(double share)
    {
        double steps = share <= 1e-4 ? share * 1e4 : 5 + Math.Log10(share);
        return Height - Bottom - (int)Math.Round(steps / 5 * (Height - Top - Bottom));
    }

    private static void Line(StringBuilder svg, int x1, int y1, int x2, int y2, string colour) => svg.Append(
        CultureInfo.InvariantCulture, $"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\"/>\n");

    private static void Text(StringBuilder svg, int x, int y, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" fill=\"#333\">{text}</text>\n");
}
