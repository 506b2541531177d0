using System.Globalization;
using System.Net;
using System.Text;

namespace Simulator.Reporting;

/// <summary>Builds HTML; every text that comes from outside is escaped.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Markup as it stands.</summary>
    public HtmlText Raw(string markup)
    {
        html.Append(markup).Append('\n');
        return this;
    }

    public HtmlText Element(string name, string text, string? style = null)
    {
        string attribute = style is null ? string.Empty : $" class=\"{style}\"";
        html.Append(CultureInfo.InvariantCulture, $"<{name}{attribute}>{Escape(text)}</{name}>\n");
        return this;
    }

    /// <summary>
    /// A table with a caption for those who cannot see where it stands; columns from <paramref name="firstNumeric"/> on
    /// align right.
    /// </summary>
    public HtmlText Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows,
        int firstNumeric = int.MaxValue)
    {
        // Reachable by keyboard: on a narrow page a wide table scrolls.
        html.Append(CultureInfo.InvariantCulture,
            $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Escape(caption)}\">");
        html.Append("<table><caption class=\"hidden\">").Append(Escape(caption)).Append("</caption><thead><tr>");
        for (int i = 0; i < columns.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<th scope=\"col\"{Align(i, firstNumeric)}>{Escape(columns[i])}</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td{Align(i, firstNumeric)}>{Escape(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        return this;
    }

    public override string ToString() => html.ToString();

    private static string Align(int column, int firstNumeric) =>
        column >= firstNumeric ? " class=\"number\"" : string.Empty;
}
