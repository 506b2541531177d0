using System.Globalization;

namespace Simulator.Scenarios.Problems;

/// <summary>One thing that is wrong with a scenario, where it stands, and the way out.</summary>
/// <param name="Place">The file as it was named, or the flag (<c>--set #2</c>).</param>
/// <param name="Line">From 1; 0 when the place is a flag.</param>
/// <param name="Column">From 1; 0 when the place is a flag.</param>
public sealed record ScenarioProblem(string Place, int Line, int Column, string What, string Expected, string Hint)
{
    /// <summary><c>file:line:column: what is wrong; expected …; way out</c>, always one line.</summary>
    public override string ToString()
    {
        string where = Line == 0 ? Place : string.Create(CultureInfo.InvariantCulture, $"{Place}:{Line}:{Column}");
        string expected = Expected.Length == 0 ? "" : $"; expected {Expected}";
        string hint = Hint.Length == 0 ? "" : $"; {Hint}";
        return $"{where}: {What}{expected}{hint}";
    }
}
