using System.Globalization;
using System.Text;

namespace Simulator.Scenarios.Schema;

/// <summary>Writes text so that YAML reads the same text back.</summary>
internal static class YamlText
{
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                _ when c is < ' ' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
